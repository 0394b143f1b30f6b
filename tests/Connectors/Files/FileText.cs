using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Connectors.Files;

/// <summary>What came out of a file, as short texts.</summary>
internal static class FileText
{
    public static JsonElement Json(this SourceRecord record) => JsonDocument.Parse(record.Body).RootElement;

    public static string Body(this SourceRecord record) => Encoding.UTF8.GetString(record.Body.Span);

    /// <summary><c>position code</c> of each reject.</summary>
    public static string[] Faults(this Reading reading) => [.. reading.Rejected.Select(reject => $"{reject.Position} {reject.Code}")];

    public static async Task<Reading> ReadAsync(this Connector connector, TestFolder folder, object settings) =>
        await Reading.AllAsync(connector.OpenSource(settings, Csv.Context(folder)));
}
