using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>A run under way: counts what happened, and says so in the journal at most once a second.</summary>
public sealed class Run
{
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(1);

    private readonly RunJournal _journal;
    private DateTimeOffset _said;
    private int _page;

    internal Run(RunJournal journal, RunRow row)
    {
        _journal = journal;
        Row = row;
        _said = row.StartedAt;
    }

    public RunRow Row { get; private set; }

    public string Id => Row.RunId;

    public string Connection => Row.Connection;

    /// <summary>Share of the source read so far; null when it cannot tell.</summary>
    public double? Progress { get; private set; }

    /// <summary>Attributes that could not be read (31/02, a mistyped e-mail) in records that were taken in without them.</summary>
    public long UnreadAttributes { get; private set; }

    internal int NextPage() => ++_page;

    internal async Task AbsorbedAsync(AbsorbedPage page, int unread, double? progress, CancellationToken cancellationToken)
    {
        var counts = page.Outcomes.CountBy(outcome => outcome.Kind).ToDictionary();
        long Of(OutcomeKind kind) => counts.GetValueOrDefault(kind);
        var now = _journal.Now;
        Progress = progress;
        UnreadAttributes += unread;
        Row = Row with
        {
            ProgressAt = now,
            Read = Row.Read + page.Outcomes.Count,
            Created = Row.Created + Of(OutcomeKind.Created),
            Updated = Row.Updated + Of(OutcomeKind.Updated),
            Unchanged = Row.Unchanged + Of(OutcomeKind.Unchanged) + Of(OutcomeKind.Superseded) + Of(OutcomeKind.Suppressed),
            Deleted = Row.Deleted + Of(OutcomeKind.Deleted),
            Quarantined = Row.Quarantined + Of(OutcomeKind.Quarantined),
        };
        _journal.Count(Connection, counts);
        if (now - _said >= SayEvery)
        {
            _said = now;
            await _journal.SaveAsync(Row, cancellationToken);
        }
    }

    /// <summary>Everything was read: succeeded, partial when something is in quarantine, failed when everything is.</summary>
    internal Task<RunEnd> ReadAllAsync()
    {
        if (Row.Quarantined > 0 && Row.Quarantined == Row.Read)
        {
            return EndAsync(RunState.Failed, new Failure(
                FailureKind.Refused, "run.nothing-usable", "no record could be used: look at the quarantine's reasons, correct the mapping or the file's settings, then replay"));
        }

        return EndAsync(Row.Quarantined > 0 ? RunState.Partial : RunState.Succeeded, null);
    }

    internal Task<RunEnd> FailAsync(Failure failure) => EndAsync(failure.Kind == FailureKind.Held ? RunState.Held : RunState.Failed, failure);

    private async Task<RunEnd> EndAsync(RunState state, Failure? failure)
    {
        Row = Row with { State = state, EndedAt = _journal.Now, ProgressAt = _journal.Now, FailureCode = failure?.Code, FailureDetail = failure?.Detail };
        await _journal.EndedAsync(Row);
        return new RunEnd(Row, failure, UnreadAttributes);
    }
}
