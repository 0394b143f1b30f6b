using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Tests.Mappings;

/// <summary>Rows of a file as a source gives them, written "a|b" under a header.</summary>
internal static class Rows
{
    public static List<SourceRecord> Of(string header, params string[] rows)
    {
        var names = header.Split('|');
        return [.. rows.Select((row, i) => new SourceRecord
        {
            Key = $"{i}",
            Version = new RecordVersion(1),
            Body = Encoding.UTF8.GetBytes(new JsonObject(row.Split('|').Select((v, c) => new KeyValuePair<string, JsonNode?>(names[c], v))).ToJsonString()),
        })];
    }
}
