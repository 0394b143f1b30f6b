using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Hub.Fakes;

namespace IntegrationHub.Tests.Hub.Feed;

public sealed class Reading_the_feed
{
    private readonly SmallRegistry _registry = new();
    private readonly ChangeSignal _signal = new();
    private readonly ContractReader _reader;
    private readonly ChangeFeed _feed;

    public Reading_the_feed()
    {
        _reader = Readers.Of(_registry, new MemoryOperations());
        _feed = new ChangeFeed(_registry, _signal, TimeProvider.System);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Any_limit_gives_every_change_once_in_commit_order(int limit)
    {
        Add(10);
        var seen = new List<long>();
        var cursor = "";
        for (var more = true; more;)
        {
            var page = await PageAsync(cursor, limit);
            seen.AddRange(page.Changes.Select(change => change.Sequence));
            (cursor, more) = (page.Next, page.More);
        }

        Assert.Equal(Enumerable.Range(1, 10).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task The_cursor_of_a_change_reads_on_after_it()
    {
        Add(5);
        var third = (await PageAsync(null, 3)).Changes[2];

        Assert.Equal([4L, 5L], (await PageAsync(third.Cursor, 10)).Changes.Select(change => change.Sequence));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_text_that_is_no_cursor_is_a_callers_mistake(string cursor) =>
        Assert.IsType<FeedRead.Malformed>(await _feed.ReadAsync(_reader, cursor, 10, default, default));

    [Fact]
    public async Task A_cursor_of_another_history_is_expired()
    {
        Add(3);
        var cursor = (await PageAsync(null, 10)).Next;
        var restored = new SmallRegistry();
        var feed = new ChangeFeed(restored, _signal, TimeProvider.System);

        Assert.IsType<FeedRead.Expired>(await feed.ReadAsync(Readers.Of(restored, new MemoryOperations()), cursor, 10, default, default));
        Add(3, restored, first: 50);
        Assert.IsType<FeedRead.Expired>(await feed.ReadAsync(Readers.Of(restored, new MemoryOperations()), cursor, 10, default, default));
    }

    [Fact]
    public async Task A_waiting_reader_is_woken_by_the_commit()
    {
        Add(1);
        var cursor = (await PageAsync(null, 10)).Next;
        var waiting = _feed.ReadAsync(_reader, cursor, 10, TimeSpan.FromSeconds(30), default);
        await Task.Delay(50);
        Assert.False(waiting.IsCompleted);

        Add(1);
        _signal.Publish(2);

        var page = Assert.IsType<FeedRead.Page>(await waiting.WaitAsync(TimeSpan.FromSeconds(90))).Value;
        Assert.Equal(2, Assert.Single(page.Changes).Sequence);
    }

    [Fact]
    public async Task A_wait_that_brings_nothing_ends_with_the_same_place()
    {
        Add(1);
        var cursor = (await PageAsync(null, 10)).Next;

        var page = Assert.IsType<FeedRead.Page>(await _feed.ReadAsync(_reader, cursor, 10, TimeSpan.FromMilliseconds(50), default)).Value;

        Assert.Equal((0, cursor, false), (page.Changes.Count, page.Next, page.More));
    }

    [Fact]
    public void A_cursor_survives_its_text() => Prop.ForAll<NonNegativeInt, ulong>((sequence, mark) =>
        FeedCursor.TryParse(new FeedCursor(sequence.Get, mark).ToString(), out var read) && read == new FeedCursor(sequence.Get, mark)).QuickCheckThrowOnFailure();

    private async Task<FeedPage> PageAsync(string? cursor, int limit) =>
        Assert.IsType<FeedRead.Page>(await _feed.ReadAsync(_reader, cursor, limit, default, default)).Value;

    private void Add(int count, SmallRegistry? registry = null, int first = 1)
    {
        for (var i = 0; i < count; i++)
        {
            var golden = new GoldenRecord { Id = new GoldenId(first + i), Version = 1, Citizen = new Citizen(), Members = [new PartKey("crm", $"{i}")] };
            (registry ?? _registry).Put(golden, ChangeKind.Created, "source:crm", ["birthName"]);
        }
    }
}
