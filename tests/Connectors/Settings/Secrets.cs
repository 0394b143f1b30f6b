using System.Text.Json;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Settings;

public sealed class Secrets
{
    [Fact]
    public void A_secret_is_read_from_its_file_each_time()
    {
        using var folder = new TestFolder();
        var secret = new Secret("file:" + folder.Write("password", "s3cret\n"));

        Assert.True(secret.TryReveal(out var value));
        Assert.Equal("s3cret", value);
        folder.Write("password", "renewed");
        Assert.True(secret.TryReveal(out value));
        Assert.Equal("renewed", value);
    }

    [Fact]
    public void A_secret_is_read_from_the_environment()
    {
        Environment.SetEnvironmentVariable("HUB_TEST_SECRET", "s3cret");

        Assert.True(new Secret("env:HUB_TEST_SECRET").TryReveal(out var value));
        Assert.Equal("s3cret", value);
    }

    [Fact]
    public void A_secret_never_prints_itself()
    {
        Environment.SetEnvironmentVariable("HUB_TEST_SECRET", "s3cret");
        var settings = new SettingsWithSecret { Password = new Secret("env:HUB_TEST_SECRET") };

        Assert.DoesNotContain("s3cret", $"{settings} {settings.Password} {JsonSerializer.Serialize(settings, SettingsJson.Options)}", StringComparison.Ordinal);
        Assert.Equal("""{"password":"env:HUB_TEST_SECRET"}""", JsonSerializer.Serialize(settings, SettingsJson.Options));
    }

    [Fact]
    public void A_missing_secret_says_which()
    {
        var secret = new Secret("file:/nowhere/password");

        Assert.False(secret.TryReveal(out _));
        Assert.Contains("file:/nowhere/password", secret.Missing.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_written_out_is_refused_and_not_repeated()
    {
        var error = Assert.Throws<DocumentException>(() => SettingsBinder.Bind<SettingsWithSecret>(YamlDocument.Parse("password: s3cret", "c.yaml")));

        Assert.Equal("c.yaml:1:11: password: A secret is given by reference: env:NAME, file:PATH or vault:NAME.", error.Message);
    }
}
