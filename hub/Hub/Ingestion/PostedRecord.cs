using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>One record that an application gave by itself, mapped as any page of its connection: absorbed, or kept in quarantine with the reason.</summary>
/// <param name="Page">What the writer takes, in either case.</param>
/// <param name="Usable">False when the record gives nobody and nothing: it then stands in the page's quarantine.</param>
/// <param name="Issues">What of it could not be mapped.</param>
public sealed record PostedRecord(RegistryPage Page, bool Usable, IReadOnlyList<MappingIssue> Issues)
{
    /// <param name="connection">Name of the connection.</param>
    /// <param name="map">Its mapping.</param>
    /// <param name="record">Forbidden fields are already removed.</param>
    /// <param name="clock">When it reached the hub.</param>
    public static PostedRecord Of(string connection, RecordMapping map, SourceRecord record, TimeProvider clock)
    {
        var at = clock.GetUtcNow();
        IReadOnlyList<MappingIssue> issues = [];
        var mapper = new PageMapper(connection, Watched, default, clock);
        var (mapped, code) = mapper.TryMap(record, at);
        var page = new RegistryPage { Connection = connection };
        return mapped is null
            ? new PostedRecord(page with { Quarantine = [mapper.Row(record, code, at)] }, false, issues.Count > 0 ? issues : [new MappingIssue("record", code, null)])
            : new PostedRecord(page with { Records = [new Arrival(mapped, record.Body)] }, true, mapped.Issues);

        MappedRecord Watched(string name, SourceRecord one, DateTimeOffset received)
        {
            var result = map(name, one, received);
            issues = result.Issues;
            return result;
        }
    }
}
