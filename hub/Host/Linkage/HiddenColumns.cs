using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Host.Linkage;

/// <summary>Takes columns out of a row before anything is mapped: what the matcher must not see.</summary>
public static class HiddenColumns
{
    public static SourceRecord Without(SourceRecord row, IReadOnlyCollection<string> hidden)
    {
        if (hidden.Count == 0)
        {
            return row;
        }

        using var json = JsonDocument.Parse(row.Body);
        using var body = new MemoryStream(row.Body.Length);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            foreach (var column in json.RootElement.EnumerateObject().Where(column => !hidden.Contains(column.Name)))
            {
                column.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return row with { Body = body.ToArray() };
    }
}
