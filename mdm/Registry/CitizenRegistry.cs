using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Erasing;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry;

/// <summary>The registry's writing side: pages and human orders in, golden records and a numbered change log out, each in one transaction.</summary>
/// <remarks>One writer, one call at a time (promise 8). When a commit fails the caller sees the exception and nothing has happened; when its
/// outcome was unknown and it did happen, the call returns as if nothing had been. <see cref="FencedException"/>: another node writes now, stop.</remarks>
public sealed class CitizenRegistry : IDisposable
{
    private readonly Writer _writer;

    private CitizenRegistry(Writer writer) => _writer = writer;

    /// <summary>Counters as last committed.</summary>
    public RegistryState State => _writer.Committed;

    public SurvivorshipEngine Survivorship => _writer.Engine;

    public MatchProjection Projection => _writer.Projection;

    /// <summary>Takes the writer's role and rebuilds the index from the store.</summary>
    /// <exception cref="InvalidOperationException">The registry's pairs were scored with another model.</exception>
    public static Task<CitizenRegistry> OpenAsync(
        IRegistryStore store, MatchModel model, SurvivorshipPolicy policy, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(store, model, policy, time, reevaluate: false, cancellationToken);

    /// <summary>As <see cref="OpenAsync(IRegistryStore, MatchModel, SurvivorshipPolicy, TimeProvider, CancellationToken)"/>, but puts the model into force where another one was: all is matched
    /// anew, and what follows for golden records, changes and review tasks is committed at once. Killed on the way, nothing has happened: open it again.</summary>
    public static Task<CitizenRegistry> ActivateAsync(
        IRegistryStore store, MatchModel model, SurvivorshipPolicy policy, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(store, model, policy, time, reevaluate: true, cancellationToken);

    private static async Task<CitizenRegistry> OpenAsync(
        IRegistryStore store, MatchModel model, SurvivorshipPolicy policy, TimeProvider time, bool reevaluate, CancellationToken cancellationToken)
    {
        var writer = new Writer(store, model, policy, time);
        try
        {
            await writer.OpenAsync(reevaluate, cancellationToken);
            return new CitizenRegistry(writer);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>Does ahead what needs no turn: hashes the arrivals and normalises their citizens. On any thread, for a page to come; never decides a result.</summary>
    public IReadOnlyList<Arrival> Prepare(IReadOnlyList<Arrival> arrivals) => PreparedArrival.Of(arrivals, _writer.Projection, _writer.Index.Model);

    /// <summary>Absorbs a page: records, golden records, changes, review tasks, quarantine and checkpoint commit together.</summary>
    public Task<AbsorbedPage> AbsorbAsync(RegistryPage page, CancellationToken cancellationToken) =>
        _writer.RunAsync(work => StageAsync(work, page, cancellationToken), cancellationToken);

    /// <summary>Absorbs a page and returns while it commits, so that the caller's next page is matched meanwhile.</summary>
    /// <param name="page">The page.</param>
    /// <param name="before">The commit of the page before it in its run: this one is not written unless that ended well.</param>
    /// <param name="cancellationToken">Stops before the commit, not during it.</param>
    /// <remarks>The page may be acknowledged only when <see cref="Ahead{T}.Committed"/> has ended well. One page is under way at most: the call waits for the one before,
    /// and fails when that failed. Orders and pages absorbed by <see cref="AbsorbAsync"/> wait for it too, and never rest on a page that is not committed.</remarks>
    public Task<Ahead<AbsorbedPage>> AbsorbAheadAsync(RegistryPage page, Task before, CancellationToken cancellationToken) =>
        _writer.RunAheadAsync(work => StageAsync(work, page, cancellationToken), before, cancellationToken);

    /// <summary>Waits until no commit is under way, however it ended.</summary>
    public Task QuietAsync() => _writer.QuietAsync();

    /// <summary>Says that two source parts are, or are not, one person.</summary>
    public Task<OrderResult> DecideAsync(PartKey a, PartKey b, bool same, Order order, CancellationToken cancellationToken) =>
        new Decider(_writer).DecideAsync(a, b, same, order, cancellationToken);

    /// <summary>Merges two golden records, by decisions between their parts.</summary>
    public Task<OrderResult> MergeAsync(GoldenId first, GoldenId second, Order order, CancellationToken cancellationToken) =>
        new Decider(_writer).MergeAsync(first, second, order, cancellationToken);

    /// <summary>Takes parts out of a golden record, by decisions between them and those that stay.</summary>
    public Task<OrderResult> SplitAsync(GoldenId golden, IReadOnlyCollection<PartKey> leaving, Order order, CancellationToken cancellationToken) =>
        new Decider(_writer).SplitAsync(golden, leaving, order, cancellationToken);

    /// <summary>Takes back a decision, with all of the action it was part of.</summary>
    public Task<OrderResult> UndoAsync(long decisionId, Order order, CancellationToken cancellationToken) =>
        new Decider(_writer).UndoAsync(decisionId, order, cancellationToken);

    /// <summary>Sets a steward's own value for an attribute group; <paramref name="value"/> carries the group alone.</summary>
    /// <exception cref="ArgumentException">No such attribute group.</exception>
    public Task<OrderResult> OverrideAsync(GoldenId golden, string attribute, Citizen value, Order order, CancellationToken cancellationToken) =>
        new Overriding(_writer).SetAsync(golden, attribute, value, order, cancellationToken);

    /// <summary>Clears a steward's own value.</summary>
    /// <exception cref="ArgumentException">No such attribute group.</exception>
    public Task<OrderResult> ClearOverrideAsync(GoldenId golden, string attribute, Order order, CancellationToken cancellationToken) =>
        new Overriding(_writer).SetAsync(golden, attribute, null, order, cancellationToken);

    /// <summary>Restricts a person (RGPD article 18): not readable, not matchable, not republished.</summary>
    public Task<OrderResult> RestrictAsync(GoldenId golden, CancellationToken cancellationToken) => new Restricting(_writer).RestrictAsync(golden, cancellationToken);

    /// <summary>Ends a restriction.</summary>
    public Task<OrderResult> ReleaseAsync(GoldenId golden, CancellationToken cancellationToken) => new Restricting(_writer).ReleaseAsync(golden, cancellationToken);

    /// <summary>Erases a person (RGPD article 17): every value goes, the ids answer 410, the records stay out.</summary>
    public Task<OrderResult> EraseAsync(GoldenId golden, CancellationToken cancellationToken) => new ErasureOrder(_writer).EraseAsync(golden, cancellationToken);

    /// <summary>Takes an existing customer base over: old ids, past merges, known non-duplicates.</summary>
    public Task<TakenOver> TakeOverAsync(OldBase old, CancellationToken cancellationToken) => new TakingOver(_writer).TakeOverAsync(old, cancellationToken);

    /// <summary>Golden records that a person not yet registered may be, best first, each once. Advice, from any thread; the writer matches again.</summary>
    public IReadOnlyList<MatchCandidate> FindCandidates(Citizen probe, int limit)
    {
        var memory = _writer.Memory;
        return [.. _writer.Index.Query(_writer.Projection.Project(new PartKey("", ""), probe), limit * 4)
            .Select(hit => (Golden: memory.GoldenOf(hit.PartId), Hit: hit))
            .Where(pair => pair.Golden is not null)
            .DistinctBy(pair => pair.Golden)
            .Take(limit)
            .Select(pair => new MatchCandidate(pair.Golden!.Value, pair.Hit.PartId, pair.Hit.Weight, pair.Hit.Pattern, pair.Hit.Vetoed))];
    }

    private async Task<AbsorbedPage> StageAsync(Work work, RegistryPage page, CancellationToken cancellationToken)
    {
        var absorber = new PageAbsorber(work, _writer.Projection);
        var outcomes = await absorber.StageAsync(page, cancellationToken);
        var doubtful = await _writer.SettleAsync(work, $"source:{page.Connection}", null, cancellationToken);
        await absorber.Restricted.StageAsync(_writer.Engine, cancellationToken);
        var parts = work.Put.Select(part => work.KnownPart(part)!).OrderBy(part => part.Key)
            .Select(part => new AbsorbedPart(part.Key, part.Golden!.Value, doubtful.Contains(part.PartId)));
        return new AbsorbedPage(outcomes, [.. parts], work.Changes);
    }
}
