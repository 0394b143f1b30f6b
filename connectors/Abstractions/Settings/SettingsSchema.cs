using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace IntegrationHub.Connectors.Abstractions.Settings;

/// <summary>The JSON schema of a settings record, made from its type.</summary>
public static class SettingsSchema
{
    /// <summary>Titles are in the language of <paramref name="culture"/>; a secret is a reference, marked <c>writeOnly</c>.</summary>
    public static JsonObject Of(Type settings, CultureInfo culture)
    {
        var schema = SettingsJson.Options.GetJsonSchemaAsNode(settings, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Describe(context, node, culture),
        }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    private static JsonObject Describe(JsonSchemaExporterContext context, JsonNode node, CultureInfo culture)
    {
        var schema = node as JsonObject ?? [];
        if (context.TypeInfo.Type == typeof(Secret))
        {
            schema = new JsonObject { ["type"] = "string", ["pattern"] = "^(env|file):.+$", ["writeOnly"] = true };
        }
        else if (context.TypeInfo.Converter is ITextConverter text)
        {
            schema = new JsonObject { ["type"] = "string", ["examples"] = new JsonArray(text.Example) };
        }

        var attributes = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(SettingAttribute), inherit: true);
        if (attributes is [SettingAttribute title, ..])
        {
            schema.Insert(0, "title", new LocalText(title.French, title.English).In(culture));
        }

        return schema;
    }
}
