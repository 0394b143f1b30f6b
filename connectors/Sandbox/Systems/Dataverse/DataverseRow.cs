using System.Text.Json.Nodes;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>A contact as the server keeps it.</summary>
/// <param name="Id">contactid.</param>
/// <param name="Version">The table's row version: grows with every write, and when only a tombstone is left.</param>
/// <param name="Columns">What is filled in; never changed in place.</param>
internal sealed record DataverseRow(Guid Id, long Version, JsonObject Columns, bool Deleted = false)
{
    public string Etag => $"W/\"{Version}\"";

    public string? Text(string column) => Columns[column]?.ToString();
}
