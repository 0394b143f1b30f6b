using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>Holds a run before it changes or deletes more than the set share of its connection's records: never more than that share goes without an architect's word.</summary>
internal sealed class RunBrake
{
    public static readonly Failure Held = new(
        FailureKind.Held,
        "run.held",
        "this run would change or delete too large a share of the connection's records: look at the source, then approve the run, or correct the source and run again");

    private const int FewEnough = 10;

    private readonly Brake _brake;
    private readonly long _total;
    private readonly IRegistryStore _store;
    private long _updated;
    private long _deleted;

    private RunBrake(Brake brake, long total, IRegistryStore store) => (_brake, _total, _store) = (brake, total, store);

    public static async Task<RunBrake> ForAsync(Intake intake, IRegistryReader registry, IRegistryStore store, CancellationToken cancellationToken)
    {
        var brake = intake.Approved ? Brake.Off : intake.Brake;
        return new RunBrake(brake, await registry.CountRecordsAsync(intake.Connection, cancellationToken), store);
    }

    /// <summary>Counts a page in the writer's turn: the next one is judged before this one's commit has ended.</summary>
    public Ahead<AbsorbedPage> Count(Ahead<AbsorbedPage> absorbing)
    {
        _updated += absorbing.Page.Outcomes.Count(outcome => outcome.Kind == OutcomeKind.Updated);
        _deleted += absorbing.Page.Outcomes.Count(outcome => outcome.Kind == OutcomeKind.Deleted);
        return absorbing;
    }

    /// <summary>True when the page must not be absorbed.</summary>
    public async Task<bool> HoldsAsync(CitizenRegistry citizens, MappedPage page, CancellationToken cancellationToken)
    {
        // Looking the records up costs; most pages cannot bring the run over the limit whatever they hold.
        if (_total == 0 || !Holds(_updated + page.Arrivals.Count, _deleted + page.Arrivals.Count(arrival => arrival.Record.Deleted)))
        {
            return false;
        }

        await citizens.QuietAsync();
        var stored = (await _store.FindRecordsAsync([.. page.Arrivals.Select(arrival => arrival.Record.Key).Distinct()], cancellationToken))
            .Where(known => !known.Record.Deleted)
            .ToDictionary(known => known.Record.Key, known => known.Record);
        long updated = 0, deleted = 0;
        foreach (var arrival in page.Arrivals)
        {
            if (!stored.TryGetValue(arrival.Record.Key, out var known))
            {
                continue;
            }

            if (arrival.Record.Deleted)
            {
                deleted++;
            }
            else if (!arrival.Body.Span.SequenceEqual(known.Body.Span))
            {
                updated++;
            }
        }

        return updated + deleted > 0 && Holds(_updated + updated, _deleted + deleted);
    }

    // That all records go is a reason to hold however few they are; that all change is not.
    private bool Holds(long updated, long deleted) =>
        _brake.Holds(deleted, _total) || (updated + deleted > FewEnough && _brake.Holds(updated + deleted, _total));
}
