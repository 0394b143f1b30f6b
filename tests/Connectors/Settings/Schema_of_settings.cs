using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Tests.Connectors.Settings;

public sealed class Schema_of_settings
{
    [Fact]
    public void The_schema_names_every_setting_and_refuses_others()
    {
        var schema = SettingsSchema.Of(typeof(CsvSettings), CultureInfo.GetCultureInfo("fr-FR"));

        Assert.Equal("""["path"]""", schema["required"]!.ToJsonString());
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Contains("delimiter", schema["properties"]!.AsObject().Select(property => property.Key));
        Assert.Equal("Fichier, ou dossier surveillé", schema["properties"]!["path"]!["title"]!.GetValue<string>());
        Assert.Contains("windows-1252", schema["properties"]!["encoding"]!["enum"]!.AsArray().Select(word => word!.GetValue<string>()));
    }

    [Fact]
    public void Titles_are_in_the_readers_language() =>
        Assert.Equal("File, or watched folder", SettingsSchema.Of(typeof(CsvSettings), CultureInfo.GetCultureInfo("en"))["properties"]!["path"]!["title"]!.GetValue<string>());

    [Fact]
    public void A_secret_is_a_reference_that_forms_do_not_show()
    {
        var secret = SettingsSchema.Of(typeof(SettingsWithSecret), CultureInfo.InvariantCulture)["properties"]!["password"]!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"title":"Password","type":"string","pattern":"^(env|file):.+$","writeOnly":true}"""), secret), secret.ToJsonString());
    }
}
