using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Reevaluating;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Mdm.Registry.Writing;

/// <summary>Runs each operation as one transaction: stage on an overlay, commit, then fold the overlay in.</summary>
/// <remarks>After a failed commit the outcome is unknown: the overlay is dropped and the committed page number read again. Where it moved, the
/// page is in and all memory is rebuilt from the store; where it did not, nothing was written and memory is as it was. Pages of a run may go ahead: memory
/// then runs one page ahead of the store, no more, and is rebuilt when that page's commit fails.</remarks>
internal sealed class Writer(IRegistryStore store, MatchModel model, SurvivorshipPolicy policy, TimeProvider time) : IDisposable
{
    private long _epoch;
    private volatile bool _stale = true;
    private volatile bool _halfTaken;
    private volatile MatchIndex _index = new(model);
    private volatile RegistryMemory? _memory;
    private volatile RegistryState? _committed;
    private PendingPage? _pending;

    public SurvivorshipEngine Engine { get; } = new(policy);

    public MatchProjection Projection { get; } = new(model, policy.Blocked);

    public MatchIndex Index => _index;

    public RegistryMemory Memory => _memory ?? throw new InvalidOperationException("the registry is not open");

    /// <summary>Counters as last committed; those of <see cref="Memory"/> may be one page ahead.</summary>
    public RegistryState Committed => _committed ?? throw new InvalidOperationException("the registry is not open");

    /// <param name="reevaluate">Where the pairs were scored with another model, score all of them anew instead of refusing.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    public async Task OpenAsync(bool reevaluate, CancellationToken cancellationToken)
    {
        _epoch = await store.TakeOverAsync(cancellationToken);
        if (reevaluate)
        {
            await ReevaluateAsync(cancellationToken);
        }

        await RebuildAsync(cancellationToken);
    }

    /// <exception cref="FencedException">Another writer has taken over; this one must stop.</exception>
    public async Task<T> RunAsync<T>(Func<Work, Task<T>> stage, CancellationToken cancellationToken)
    {
        await QuietAsync();
        await RebuildIfStaleAsync(cancellationToken);
        using var overlay = _index.Begin();
        var work = NewWork(overlay);
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
            if (e is FencedException || commit is null || !await IsCommittedAsync(commit, Memory.State.Page))
            {
                throw;
            }

            await RebuildAsync(CancellationToken.None);
            return result!;
        }

        TakeIn(work, commit, overlay);
        _committed = commit.State;
        return result!;
    }

    /// <summary>Stages like <see cref="RunAsync"/>, waits for the commit of the page before, starts its own and returns: the next page is matched meanwhile.</summary>
    /// <remarks>A page is committed only after the one before it is. A failed commit fails the page staged on it too, and memory is rebuilt.</remarks>
    /// <exception cref="FencedException">Another writer has taken over; this one must stop.</exception>
    public async Task<Ahead<T>> RunAheadAsync<T>(Func<Work, Task<T>> stage, Task before, CancellationToken cancellationToken)
    {
        if (_stale || _halfTaken)
        {
            await QuietAsync();
            await RebuildIfStaleAsync(cancellationToken);
        }

        using var overlay = _index.Begin();
        var work = NewWork(overlay);
        try
        {
            var result = await stage(work);
            var commit = work.Build(model.Version);
            await before;
            await (_pending?.Committed ?? Task.CompletedTask);
            if (commit is null)
            {
                work.RollBack();
                return new Ahead<T>(result, Task.CompletedTask);
            }

            // The commit is on its way while memory takes the page in: neither waits for the other.
            var committing = CommitAheadAsync(commit);
            _pending = new PendingPage(commit, committing);
            TakeIn(work, commit, overlay);
            return new Ahead<T>(result, committing);
        }
        catch
        {
            work.RollBack();
            throw;
        }
    }

    /// <summary>Waits until no commit is under way, however it ended.</summary>
    public async Task QuietAsync()
    {
        if (_pending is { } page)
        {
            _pending = null;
            await page.Committed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _index.Dispose();

    private Work NewWork(MatchOverlay overlay) => new(Memory, new StoreReads(store, _pending), overlay, Instants.Whole(time.GetUtcNow()));

    private void TakeIn(Work work, RegistryCommit commit, MatchOverlay overlay)
    {
        // A flag of its own: a commit that fails meanwhile says so by the other.
        _halfTaken = true;
        if (work.IndexTouched)
        {
            overlay.Fold();
        }

        work.Apply(commit);
        _halfTaken = false;
    }

    private async Task CommitAheadAsync(RegistryCommit commit)
    {
        try
        {
            // Never cancelled half way: the run stops between pages, and a commit broken off would cost a rebuild.
            await store.CommitAsync(commit, CancellationToken.None);
        }
        catch (Exception e)
        {
            _stale = true;
            if (e is FencedException || !await IsCommittedAsync(commit, commit.State.Page))
            {
                throw;
            }
        }

        _committed = commit.State;
    }

    private async Task<bool> IsCommittedAsync(RegistryCommit commit, long remembered)
    {
        _stale = true;
        var state = await LoadStateAsync(CancellationToken.None);
        _stale = state.Page != remembered;
        return state.Page == commit.State.Page;
    }

    private Task RebuildIfStaleAsync(CancellationToken cancellationToken) => _stale || _halfTaken ? RebuildAsync(cancellationToken) : Task.CompletedTask;

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
                $"the registry's pairs were scored with match model {state.ModelVersion}, not {model.Version}: open it with that model, or put the other one into force, which evaluates all anew");
        }

        var (memory, decisions) = await LoadMemoryAsync(state, cancellationToken);

        // The index reads its rows as they come: a list of a million citizens would not fit beside it, nor would the index they replace.
        _index = new MatchIndex(model);
        var index = new MatchIndex(model);
        await Task.Run(() => index.Load(LiveParts(memory, cancellationToken), store.ReadPairsAsync(cancellationToken).ToBlockingEnumerable(cancellationToken), decisions), cancellationToken);
        (_index, _memory, _committed, _stale, _halfTaken) = (index, memory, state, false, false);
    }

    // A commit whose outcome stays unknown is settled by the rebuild that follows: it reads under which model the pairs stand.
    private async Task ReevaluateAsync(CancellationToken cancellationToken)
    {
        var state = await LoadStateAsync(cancellationToken);
        if (state.ModelVersion is null || state.ModelVersion == model.Version)
        {
            return;
        }

        var (memory, decisions) = await LoadMemoryAsync(state, cancellationToken);
        var commit = await new Reevaluation(store, model, Projection, Engine).StageAsync(memory, decisions, Instants.Whole(time.GetUtcNow()), cancellationToken);
        await store.CommitAsync(commit, cancellationToken);
    }

    private async Task<(RegistryMemory Memory, List<PairDecision> Decisions)> LoadMemoryAsync(RegistryState state, CancellationToken cancellationToken)
    {
        var memory = new RegistryMemory(state);
        await foreach (var hash in store.ReadSuppressedAsync(cancellationToken))
        {
            memory.Suppression.Add(hash);
        }

        await foreach (var part in store.ReadDoubtfulPartsAsync(cancellationToken))
        {
            memory.Doubtful.Add(part);
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

        return (memory, decisions);
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
