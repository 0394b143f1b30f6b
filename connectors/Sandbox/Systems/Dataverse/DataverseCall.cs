using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>One operation, whether it came alone or inside a batch.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Path">Below <c>/api/data/v9.2/</c>, unescaped.</param>
/// <param name="Query">The query options by name.</param>
/// <param name="Headers">Headers by name, ignoring case.</param>
/// <param name="Body">JSON, or nothing.</param>
internal sealed record DataverseCall(
    string Method, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public bool Prefers(string preference) =>
        Header("Prefer")?.Split(',', StringSplitOptions.TrimEntries).Contains(preference, StringComparer.OrdinalIgnoreCase) == true;

    /// <summary>The value of a preference: <c>odata.maxpagesize=50</c>.</summary>
    public string? Preference(string name) => Header("Prefer")?.Split(',', StringSplitOptions.TrimEntries)
        .FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim('"');

    /// <returns>Null when the body is no JSON object.</returns>
    public JsonObject? Json()
    {
        try
        {
            return JsonNode.Parse(Body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // answered as an error in the payload
        }
    }
}
