using System.Text.Json;

namespace IntegrationHub.Connectors.Http.Declarative.Reading;

/// <summary>The paths an answer offers, for a form's pick-list.</summary>
internal static class JsonPaths
{
    private const int Deepest = 4;

    /// <summary>Where lists stand.</summary>
    public static IEnumerable<string> Lists(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array ? ["$"] : Walk(root, "", 0).Where(found => found.Value.ValueKind == JsonValueKind.Array).Select(found => found.Path);

    /// <summary>Where single values stand.</summary>
    public static IEnumerable<string> Fields(JsonElement record) =>
        Walk(record, "", 0).Where(found => found.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)).Select(found => found.Path);

    private static IEnumerable<(string Path, JsonElement Value)> Walk(JsonElement value, string path, int depth)
    {
        if (value.ValueKind != JsonValueKind.Object || depth == Deepest)
        {
            yield break;
        }

        foreach (var property in value.EnumerateObject())
        {
            var child = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            yield return (child, property.Value);
            foreach (var below in Walk(property.Value, child, depth + 1))
            {
                yield return below;
            }
        }
    }
}
