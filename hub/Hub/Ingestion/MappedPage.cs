using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>A page of a source, mapped and ready for the writer.</summary>
/// <param name="Arrivals">What can be absorbed, in page order.</param>
/// <param name="Quarantine">What cannot, with the reason.</param>
/// <param name="Checkpoint">Where the source stands after it.</param>
/// <param name="Progress">Share of the whole read so far, 0 to 1; null when the source cannot tell.</param>
public sealed record MappedPage(IReadOnlyList<Arrival> Arrivals, IReadOnlyList<QuarantineRow> Quarantine, Checkpoint Checkpoint, double? Progress)
{
    /// <summary>Attributes of these records that could not be read; the rest of each record was.</summary>
    public int UnreadAttributes => Arrivals.Sum(arrival => arrival.Record.Issues.Count);

    public RegistryPage ForRun(Run run, DateTimeOffset at) => new()
    {
        RunId = run.Id,
        Connection = run.Connection,
        Number = run.NextPage(),
        Records = Arrivals,
        Quarantine = [.. Quarantine.Select(row => row with { RunId = run.Id })],
        Checkpoint = new CheckpointRow(run.Connection, Checkpoint.Value, at),
    };
}
