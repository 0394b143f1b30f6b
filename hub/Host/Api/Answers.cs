using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Host.Api;

/// <summary>The shapes the API answers with. They change additively within v1.</summary>
public static class Answers
{
    /// <param name="Items">In the order the operation states.</param>
    /// <param name="Next">Pass as <c>cursor</c> to read on; absent on the last page.</param>
    public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

    /// <summary>A source record behind a person.</summary>
    public sealed record Source(string Connection, string Key, SourceVersion Version, DateTimeOffset? ChangedAt, DateTimeOffset ReceivedAt, IReadOnlyList<Citizen> Citizens)
    {
        public static Source Of(SourceView view) => new(
            view.Key.Connection, view.Key.Key, view.Version, view.ChangedAt, view.ReceivedAt, [.. view.Citizens.Select(c => c.Citizen)]);
    }

    /// <summary>Why an attribute has its value.</summary>
    public sealed record Why(string Attribute, string Rule, IReadOnlyList<Candidate> Candidates)
    {
        public static Why Of(AttributeWhy why) => new(why.Attribute, why.Rule, [.. why.Candidates.Select(Candidate.Of)]);
    }

    /// <summary>One value that stood for an attribute, best first; without a source it is a steward's own.</summary>
    public sealed record Candidate(string? Connection, string? Key, DateTimeOffset? At, Citizen Value, bool Excluded)
    {
        public static Candidate Of(CandidateWhy why) =>
            new(why.Source?.Record.Connection, why.Source?.Record.Key, why.At, why.Value, why.Excluded);
    }

    /// <summary>A run of a connection.</summary>
    public sealed record Run(
        string Id, string Connection, RunState State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, DateTimeOffset ProgressAt,
        long Read, long Created, long Updated, long Unchanged, long Deleted, long Quarantined, string? FailureCode, string? FailureDetail)
    {
        public static Run Of(RunRow row) => new(
            row.RunId, row.Connection, row.State, row.StartedAt, row.EndedAt, row.ProgressAt, row.Read, row.Created, row.Updated,
            row.Unchanged, row.Deleted, row.Quarantined, row.FailureCode, row.FailureDetail);
    }

    /// <summary>A rejected record, without its bytes.</summary>
    public sealed record Rejected(Guid Id, string Connection, string Position, string Code, string RunId, DateTimeOffset At, DateTimeOffset? ExpiresAt, DateTimeOffset? ReplayedAt)
    {
        public static Rejected Of(QuarantineRow row) => new(row.Id, row.Connection, row.Position, row.Code, row.RunId, row.At, row.ExpiresAt, row.ReplayedAt);
    }

    /// <summary>One line of the access log.</summary>
    public sealed record Viewed(DateTimeOffset At, string Actor, string Action, string? Golden, string Purpose, string LegalBasis)
    {
        public static Viewed Of(AuditRow row) => new(row.At, row.Actor, row.Action, row.Golden, row.Purpose, row.LegalBasis);
    }
}
