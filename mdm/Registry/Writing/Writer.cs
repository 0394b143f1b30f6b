using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Mdm.Registry.Writing;

/// <summary>Runs each operation as one transaction: stage on an overlay, commit, then fold the overlay in. Its memory never runs ahead of the store.</summary>
/// <remarks>After a failed commit the outcome is unknown: the overlay is dropped and the committed page number read again. Where it moved, the
/// page is in and all memory is rebuilt from the store; where it did not, nothing was written and memory is as it was.</remarks>
internal sealed class Writer(IRegistryStore store, MatchModel model, SurvivorshipPolicy policy, TimeProvider time) : IDisposable
{
    private long _epoch;
    private bool _stale = true;
    private volatile MatchIndex _index = new(model);
    private volatile RegistryMemory? _memory;

    public SurvivorshipEngine Engine { get; } = new(policy);

    public MatchProjection Projection { get; } = new(model, policy.Blocked);

    public MatchIndex Index => _index;

    public RegistryMemory Memory => _memory ?? throw new InvalidOperationException("the registry is not open");

    public IRegistryStore Store => store;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        _epoch = await store.TakeOverAsync(cancellationToken);
        await RebuildAsync(cancellationToken);
    }

    /// <exception cref="FencedException">Another writer has taken over; this one must stop.</exception>
    public async Task<T> RunAsync<T>(Func<Work, Task<T>> stage, CancellationToken cancellationToken)
    {
        if (_stale)
        {
            await RebuildAsync(cancellationToken);
        }

        using var overlay = _index.Begin();
        var work = new Work(Memory, store, overlay, Instants.Whole(time.GetUtcNow()));
        RegistryCommit? commit = null;
        var result = default(T);
        try
        {
            result = await stage(work);
            commit = work.Build(model.Version);
            if (commit is null)
            {
                work.RollBack();
                return result;
            }

            await store.CommitAsync(commit, cancellationToken);
        }
        catch (Exception e)
        {
            work.RollBack();
            overlay.Dispose();
            if (e is FencedException || commit is null || !await IsCommittedAsync(commit))
            {
                throw;
            }

            await RebuildAsync(CancellationToken.None);
            return result!;
        }

        _stale = true;
        if (work.IndexTouched)
        {
            overlay.Fold();
        }

        work.Apply(commit);
        _stale = false;
        return result!;
    }

    public void Dispose() => _index.Dispose();

    private async Task<bool> IsCommittedAsync(RegistryCommit commit)
    {
        _stale = true;
        var state = await LoadStateAsync(CancellationToken.None);
        _stale = state.Page != Memory.State.Page;
        return state.Page == commit.State.Page;
    }

    private async Task<RegistryState> LoadStateAsync(CancellationToken cancellationToken)
    {
        var state = await store.LoadStateAsync(cancellationToken);
        return state.Epoch == _epoch ? state : throw new FencedException();
    }

    private async Task RebuildAsync(CancellationToken cancellationToken)
    {
        _stale = true;
        var state = await LoadStateAsync(cancellationToken);
        if (state.ModelVersion is not null && state.ModelVersion != model.Version)
        {
            throw new InvalidOperationException(
                $"the registry's pairs were scored with match model {state.ModelVersion}, not {model.Version}: start the hub with that model, or import into a new registry");
        }

        var memory = new RegistryMemory(state);
        await foreach (var hash in store.ReadSuppressedAsync(cancellationToken))
        {
            memory.Suppression.Add(hash);
        }

        var decisions = new List<PairDecision>();
        await foreach (var row in store.ReadDecisionsAsync(cancellationToken))
        {
            if (row.WithdrawnAt is null)
            {
                memory.Decisions.Add(row);
                decisions.Add(new PairDecision(row.DecisionId, MatchProjection.KeyOf(row.A), MatchProjection.KeyOf(row.B), row.Same));
            }
        }

        // The index reads its rows as they come: a list of a million citizens would not fit beside it, nor would the index they replace.
        _index = new MatchIndex(model);
        var index = new MatchIndex(model);
        await Task.Run(() => index.Load(LiveParts(memory, cancellationToken), store.ReadPairsAsync(cancellationToken).ToBlockingEnumerable(cancellationToken), decisions), cancellationToken);
        (_index, _memory, _stale) = (index, memory, false);
    }

    private IEnumerable<(int PartId, MatchRecord Record)> LiveParts(RegistryMemory memory, CancellationToken cancellationToken)
    {
        foreach (var part in store.ReadLivePartsAsync(cancellationToken).ToBlockingEnumerable(cancellationToken))
        {
            memory.Set(part.PartId, part.Golden);
            yield return (part.PartId, Projection.Project(part.Key, part.Citizen));
        }
    }
}
