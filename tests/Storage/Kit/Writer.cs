namespace IntegrationHub.Tests.Storage.Kit;

/// <summary>A registry's writer reduced to its bookkeeping: it takes over, and gives each commit the next page and counters that cover its rows.</summary>
internal sealed class Writer
{
    private readonly IRegistryStore _store;
    private RegistryState _state;

    private Writer(IRegistryStore store, RegistryState state) => (_store, _state) = (store, state);

    public RegistryState State => _state;

    public static async Task<Writer> TakeOverAsync(IRegistryStore store)
    {
        await store.TakeOverAsync(default);
        return new Writer(store, await store.LoadStateAsync(default));
    }

    public async Task CommitAsync(RegistryCommit rows)
    {
        var commit = Next(rows);
        await _store.CommitAsync(commit, default);
        _state = commit.State;
    }

    /// <summary>The commit with the counters of the next page.</summary>
    public RegistryCommit Next(RegistryCommit rows) => rows with
    {
        At = rows.At == default ? Make.At : rows.At,
        State = _state with
        {
            Page = _state.Page + 1,
            LastRecordId = Math.Max(_state.LastRecordId, rows.Records.Select(row => row.RecordId).DefaultIfEmpty().Max()),
            LastPartId = Math.Max(_state.LastPartId, rows.Parts.Select(row => row.PartId).DefaultIfEmpty().Max()),
            GoldenCount = _state.GoldenCount + rows.Goldens.Count,
            LastChange = Math.Max(_state.LastChange, rows.Changes.Select(row => row.Sequence).DefaultIfEmpty().Max()),
            LastDecision = Math.Max(_state.LastDecision, rows.Decisions.Select(row => row.DecisionId).DefaultIfEmpty().Max()),
            LastReview = Math.Max(_state.LastReview, rows.Reviews.Select(row => row.TaskId).DefaultIfEmpty().Max()),
        },
    };

    /// <summary>A commit to fill in with a <c>with</c>.</summary>
    public static RegistryCommit Page { get; } = new() { State = new RegistryState(0, 0, 0, 0, 0, 0, 0, 0, [], null), At = default };
}
