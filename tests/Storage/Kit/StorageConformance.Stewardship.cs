using System.Text;

namespace IntegrationHub.Tests.Storage.Kit;

public abstract partial class StorageConformance
{
    [StorageFact]
    public async Task Review_tasks_come_heaviest_first_and_by_part()
    {
        await _writer.CommitAsync(Writer.Page with { Reviews = [Make.Review(1, 1, 2, 100), Make.Review(2, 3, 4, 900), Make.Review(3, 5, null, 100), Make.Review(4, 6, 7, 500)] });
        var decided = Make.Review(4, 6, 7, 500, ReviewState.Decided) with { ClosedAt = Make.At, DecisionId = 8, Assignee = "Ève" };
        await _writer.CommitAsync(Writer.Page with { Reviews = [decided] });

        Assert.Equal([2, 1, 3], (await _stores.Reader.ListReviewsAsync(ReviewState.Open, 0, 10, default)).Select(review => review.TaskId));
        Assert.Equal([1], (await _stores.Reader.ListReviewsAsync(ReviewState.Open, 1, 1, default)).Select(review => review.TaskId));
        Assert.Equal([1, 2, 3], (await _stores.Store.FindOpenReviewsAsync([2, 3, 4, 5, 6, 7], default)).Select(review => review.TaskId));
        Assert.Equal(decided, await _stores.Reader.FindReviewAsync(4, default));
        Assert.Equal(Make.Review(3, 5, null, 100), await _stores.Reader.FindReviewAsync(3, default));
        Assert.Null(await _stores.Reader.FindReviewAsync(5, default));
        Assert.Equal(3, (await _stores.Reader.CountAsync(default)).OpenReviews);
    }

    [StorageFact]
    public async Task Decisions_stay_when_they_are_withdrawn()
    {
        var (first, second) = (Make.Decision(1, new("crm", "a"), new("ged", "b", "child")), Make.Decision(2, new("crm", "é"), new("crm", "b"), same: false));
        await _writer.CommitAsync(Writer.Page with { Decisions = [first, second] });
        var withdrawn = first with { WithdrawnBy = "steward-2", WithdrawnAt = Make.At.AddHours(1) };
        await _writer.CommitAsync(Writer.Page with { Decisions = [withdrawn] });

        Assert.Equal([withdrawn, second], await ListAsync(_stores.Store.ReadDecisionsAsync(default)));
        Assert.Equal([second, withdrawn], await _stores.Reader.ListDecisionsAsync(0, 10, default));
        Assert.Equal([withdrawn], await _stores.Reader.ListDecisionsAsync(1, 1, default));
        Assert.Equal(second, await _stores.Reader.FindDecisionAsync(2, default));
        Assert.Null(await _stores.Reader.FindDecisionAsync(3, default));
    }

    [StorageFact]
    public async Task Quarantined_records_are_listed_oldest_first_and_marked_when_replayed()
    {
        var (a, b, c) = (Make.Quarantined("a"), Make.Quarantined(null, connection: "ged"), Make.Quarantined("c") with { Version = new(4, "x"), ChangedAt = Make.At });
        await _writer.CommitAsync(Writer.Page with { Quarantine = [a, b] });
        await _writer.CommitAsync(Writer.Page with { Quarantine = [c], Replayed = [a.Id] });
        var replayed = a with { ReplayedAt = Make.At };

        await ListsAsync([b, c], null, false, 0, 10);
        await ListsAsync([c], null, false, 1, 1);
        await ListsAsync([c], "crm", false, 0, 10);
        await ListsAsync([replayed], "crm", true, 0, 10);
        await ListsAsync([], "unknown", false, 0, 10);
        Assert.Equal([replayed, c], await _stores.Reader.FindQuarantineAsync([c.Id, a.Id, Guid.NewGuid()], default), (x, y) => Same.Text(x) == Same.Text(y));
        Assert.Equal(2, (await _stores.Reader.CountAsync(default)).Quarantined);
    }

    [StorageFact]
    public async Task An_unparsable_body_is_hidden_when_its_time_is_over_and_emptied_by_the_next_commit()
    {
        var past = Make.Quarantined("a", "SECRET-OF-A", expires: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var future = Make.Quarantined("b", "SECRET-OF-B", expires: new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await _writer.CommitAsync(Writer.Page with { At = new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero), Quarantine = [past, future] });
        Assert.Equal(["", "SECRET-OF-B"], await BodiesAsync());

        await _writer.CommitAsync(Writer.Page);
        Assert.Equal(["", "SECRET-OF-B"], await BodiesAsync());
        Assert.Equal(Same.Text(past with { Body = default }), Same.Text((await _stores.Reader.FindQuarantineAsync([past.Id], default))[0]));
        Assert.False(Found(await _host.DumpAsync(), "SECRET-OF-A") && _host.Settings.Provider != StorageProvider.Sqlite, "the body is still in its table");
    }

    [StorageFact]
    public async Task The_pages_of_a_run_tell_every_outcome_in_order()
    {
        RunPage[] pages =
        [
            new("run-é", "crm", 1, [new("k\0", OutcomeKind.Created), new("", OutcomeKind.Quarantined)]),
            new("run-é", "crm", 2, []),
            new("other", "ged", 1, [new("k", OutcomeKind.Suppressed)]),
        ];
        foreach (var page in pages)
        {
            await _writer.CommitAsync(Writer.Page with { Run = page, Checkpoint = new CheckpointRow(page.Connection, $"page {page.Page}", Make.At) });
        }

        var read = await ListAsync(_stores.Reader.ReadRunAsync("run-é", default));
        Assert.Equal([1, 2], read.Select(page => page.Page));
        Assert.Equal(pages[0].Outcomes, read[0].Outcomes);
        Assert.Equal("crm", read[1].Connection);
        Assert.Equal(new CheckpointRow("crm", "page 2", Make.At), await _stores.Reader.FindCheckpointAsync("crm", default));
        Assert.Null(await _stores.Reader.FindCheckpointAsync("none", default));
        Assert.Empty(await ListAsync(_stores.Reader.ReadRunAsync("none", default)));
    }

    private async Task ListsAsync(QuarantineRow[] expected, string? connection, bool replayed, int skip, int limit) => Assert.Equal(
        expected.Select(Same.Text),
        (await _stores.Reader.ListQuarantineAsync(connection, replayed, skip, limit, default)).Select(Same.Text));

    private async Task<List<string>> BodiesAsync() =>
        [.. (await _stores.Reader.ListQuarantineAsync(null, false, 0, 10, default)).Select(row => Encoding.UTF8.GetString(row.Body.Span))];
}
