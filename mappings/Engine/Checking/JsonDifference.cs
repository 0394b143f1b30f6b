using System.Text.Json.Nodes;

namespace IntegrationHub.Mappings.Engine.Checking;

/// <summary>Compares two JSON values; scalars as texts, since YAML leaves open whether 12 is a number.</summary>
internal static class JsonDifference
{
    public static IEnumerable<string> Of(JsonNode? wanted, JsonNode? given, string path = "")
    {
        switch (wanted, given)
        {
            case (JsonObject left, JsonObject right):
                return left.Select(p => p.Key).Union(right.Select(p => p.Key))
                    .SelectMany(name => Of(left[name], right[name], path.Length == 0 ? name : $"{path}.{name}"));
            case (JsonArray left, JsonArray right):
                return Enumerable.Range(0, Math.Max(left.Count, right.Count))
                    .SelectMany(i => Of(left.ElementAtOrDefault(i), right.ElementAtOrDefault(i), $"{path}[{i}]"));
            default:
                return wanted?.ToString() == given?.ToString() ? [] : [$"{path} is {Show(given)}, not {Show(wanted)}"];
        }
    }

    private static string Show(JsonNode? node) => node switch
    {
        null => "absent",
        JsonValue value => $"\"{value}\"",
        _ => node.ToJsonString(),
    };
}
