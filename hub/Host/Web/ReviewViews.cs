using IntegrationHub.Host.Reviewing;
using IntegrationHub.Host.Texts;
using IntegrationHub.Host.Web.Views;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Web;

/// <summary>Makes what the review pages show of a case.</summary>
public static class ReviewViews
{
    public static QueueLine Line(ReviewCase shown, Words words) => new(
        shown.Task.TaskId,
        Name(shown.A), Birth(shown.A, words), shown.Task.A.Record.Connection,
        shown.Task.B is null ? null : Name(shown.B), Birth(shown.B, words), shown.Task.B?.Record.Connection,
        $"reason.{shown.Task.Reason}", shown.Task.Weight / 1000.0, shown.Task.OpenedAt);

    public static TaskView Task(ReviewCase shown, (double Review, double Link) thresholds, Words words)
    {
        var empty = CitizenLines.Of(new Citizen(), words);
        var a = shown.A is null ? empty : CitizenLines.Of(shown.A.Citizen, words);
        var b = shown.B is null ? empty : CitizenLines.Of(shown.B.Citizen, words);
        return new TaskView
        {
            TaskId = shown.Task.TaskId,
            Reason = $"reason.{shown.Task.Reason}",
            A = Side(shown.Task.A, shown.A),
            B = shown.Task.B is { } key ? Side(key, shown.B) : null,
            Lines = ComparedLine.Of(a, shown.Task.B is null ? a : b),
            Evidence = shown.Evidence is { } evidence ? EvidenceWords.View(words, evidence, thresholds.Review, thresholds.Link) : null,
            Open = shown.Task.State == ReviewState.Open,
            Same = shown is { Task.State: ReviewState.Decided, Decision.WithdrawnAt: null } ? shown.Decision.Same : null,
            Withdrawn = shown.Decision?.WithdrawnAt is not null,
            DecidedBy = shown.Decision?.By,
            DecidedAt = shown.Decision?.At,
        };
    }

    private static TaskSide Side(PartKey key, PartRow? part) =>
        new(Name(part), key.Record.Connection, key.Record.Key, part?.Golden?.ToString(), part?.ChangedAt);

    private static string Name(PartRow? part) => part is null ? "" : CitizenLines.FullName(part.Citizen);

    private static string? Birth(PartRow? part, Words words) => part?.Citizen.BirthDate is { } date ? CitizenLines.Date(date, words) : null;
}
