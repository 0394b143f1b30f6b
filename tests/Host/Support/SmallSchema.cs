using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationHub.Tests.Host.Support;

/// <summary>As much of JSON Schema as the published event schemas use; what it does not know is a failure.</summary>
internal static class SmallSchema
{
    private static readonly HashSet<string> Known = ["$schema", "$id", "type", "properties", "required", "additionalProperties", "items", "enum", "const", "pattern", "minimum", "format", "description"];

    public static void Check(JsonElement value, JsonElement schema, string path)
    {
        Assert.DoesNotContain(schema.EnumerateObject(), word => !Known.Contains(word.Name));
        if (schema.TryGetProperty("const", out var only))
        {
            Assert.Equal(only.GetRawText(), value.GetRawText());
        }

        if (schema.TryGetProperty("enum", out var words))
        {
            Assert.Contains(value.GetRawText(), words.EnumerateArray().Select(word => word.GetRawText()));
        }

        if (!schema.TryGetProperty("type", out var type))
        {
            return;
        }

        switch (type.GetString())
        {
            case "object":
                Assert.Equal(JsonValueKind.Object, value.ValueKind);
                Object(value, schema, path);
                break;
            case "array":
                Assert.All(value.EnumerateArray(), item => Check(item, schema.GetProperty("items"), $"{path}[]"));
                break;
            case "integer":
                Assert.True(value.GetInt64() >= schema.GetProperty("minimum").GetInt64(), path);
                break;
            case "string":
                Assert.True(!schema.TryGetProperty("pattern", out var pattern) || Regex.IsMatch(value.GetString()!, pattern.GetString()!), $"{path}: {value}");
                break;
            default:
                Assert.Fail($"{path}: the schema says {type}");
                break;
        }
    }

    private static void Object(JsonElement value, JsonElement schema, string path)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            return;
        }

        Assert.All(schema.GetProperty("required").EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{path}.{name}"));
        foreach (var property in value.EnumerateObject())
        {
            Assert.True(properties.TryGetProperty(property.Name, out var inner), $"{path}.{property.Name} is not in the schema");
            Check(property.Value, inner, $"{path}.{property.Name}");
        }
    }
}
