using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

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

    internal static SettingAttribute? Of(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(SettingAttribute), inherit: true) is [SettingAttribute setting, ..] ? setting : null;

    private static void Bound(JsonObject schema, string name, long value)
    {
        if (value is not (long.MinValue or long.MaxValue))
        {
            schema[name] = value;
        }
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

        if (context.PropertyInfo is { } property && Of(property) is { } setting)
        {
            schema.Insert(0, "title", new LocalText(setting.French, setting.English).In(culture));
            Bound(schema, "minimum", setting.Minimum);
            Bound(schema, "maximum", setting.Maximum);
        }

        return schema;
    }
}
