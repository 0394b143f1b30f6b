using System.Text.Json;

namespace IntegrationHub.Connectors.Ged.Cmis;

/// <summary>An object's properties, whether the server heeds <c>succinct</c> or not.</summary>
internal static class CmisProperties
{
    public static IEnumerable<(string Name, JsonElement Value)> Of(JsonElement item) => item.TryGetProperty("succinctProperties", out var succinct)
        ? succinct.EnumerateObject().Select(property => (property.Name, property.Value))
        : item.GetProperty("properties").EnumerateObject().Select(property => (property.Name, property.Value.GetProperty("value")));

    /// <summary>The object without its version: <c>uuid</c> of <c>uuid;1.0</c>.</summary>
    public static string Key(JsonElement item)
    {
        var id = Of(item).First(property => property.Name == "cmis:objectId").Value.GetString()!;
        return id.IndexOf(';', StringComparison.Ordinal) is var at and > 0 ? id[..at] : id;
    }
}
