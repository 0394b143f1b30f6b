using System.Collections.Concurrent;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Hub.Scheduling;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Hub.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Scheduling;

public sealed class Running_when_it_is_time : IAsyncDisposable
{
    private readonly ManualClock _clock = new();
    private readonly ConcurrentQueue<(DateTimeOffset At, bool Approved)> _runs = [];
    private readonly ConcurrentQueue<Failure?> _ends = [];
    private readonly ConcurrentQueue<Exception> _breaks = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    [Fact]
    public async Task An_interval_runs_again_and_again()
    {
        Start("every 15m", "1m x2; then park");
        await PassAsync(TimeSpan.FromMinutes(15), runs: 1);
        await PassAsync(TimeSpan.FromMinutes(15), runs: 2);

        Assert.Equal(TimeSpan.FromMinutes(15), _runs.Last().At - _runs.First().At);
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again_by_the_retry_schedule_then_by_the_regular_one()
    {
        var passing = new Failure(FailureKind.Passing, "http.503", "down");
        _ends.Enqueue(passing);
        _ends.Enqueue(passing);
        _ends.Enqueue(passing);
        var connection = Start("every 1h", "1m x1; 5m x1; then park");
        await PassAsync(TimeSpan.FromHours(1), runs: 1);
        Assert.Equal(ConnectionState.Retrying, connection.State);
        await PassAsync(TimeSpan.FromMinutes(1), runs: 2);
        await PassAsync(TimeSpan.FromMinutes(5), runs: 3);

        Assert.Equal((ConnectionState.Waiting, _clock.GetUtcNow().AddHours(1)), (connection.State, connection.NextAt!.Value));
    }

    /// <summary>It went round and round without end, and whoever ended it waited for ever.</summary>
    [Fact]
    public async Task A_paused_connection_that_is_ended_before_it_has_begun_to_wait_ends()
    {
        var connection = new ScheduledConnection(Document("every 1h", "1m x1; then park"), RunAsync, _clock, NullLogger<ScheduledConnection>.Instance);
        connection.Pause(stop: false);

        var work = Task.Run(() => connection.RunAsync(new CancellationToken(canceled: true)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Empty(_runs);
    }

    [Fact]
    public async Task A_run_that_breaks_before_it_begins_is_tried_again_and_the_schedule_goes_on()
    {
        _breaks.Enqueue(new IOException("the database is being moved"));
        _breaks.Enqueue(new OperationCanceledException("a store's own time limit"));
        var connection = Start("every 1h", "1m x2; then park");
        await PassAsync(TimeSpan.FromHours(1), runs: 1);
        Assert.Equal((ConnectionState.Retrying, _clock.GetUtcNow().AddMinutes(1)), (connection.State, connection.NextAt!.Value));
        await PassAsync(TimeSpan.FromMinutes(1), runs: 2);
        await PassAsync(TimeSpan.FromMinutes(1), runs: 3);

        Assert.Equal((ConnectionState.Waiting, _clock.GetUtcNow().AddHours(1)), (connection.State, connection.NextAt!.Value));
        Assert.False(_running.IsCompleted);
    }

    [Fact]
    public async Task A_target_that_asks_to_wait_is_not_asked_before()
    {
        var at = _clock.GetUtcNow().AddHours(3);
        _ends.Enqueue(new Failure(FailureKind.Throttled, "http.429", "wait") { NotBefore = at });
        var connection = Start("every 1h", "1m x1; then park");
        await PassAsync(TimeSpan.FromHours(1), runs: 1);

        Assert.Equal((ConnectionState.Retrying, at), (connection.State, connection.NextAt!.Value));
    }

    [Theory]
    [InlineData(FailureKind.Denied, ConnectionState.Stopped)]
    [InlineData(FailureKind.Held, ConnectionState.Held)]
    public async Task What_needs_an_architect_waits_for_one(FailureKind kind, ConnectionState state)
    {
        _ends.Enqueue(new Failure(kind, "code", "detail"));
        var connection = Start("every 1h", "1m x1; then park");
        await PassAsync(TimeSpan.FromHours(1), runs: 1);
        Assert.Equal((state, null), (connection.State, connection.NextAt));
        _clock.Advance(TimeSpan.FromDays(3));
        await Task.Delay(50);
        Assert.Single(_runs);

        connection.RunNow(approved: true);
        await UntilAsync(() => _runs.Count == 2 && connection.State == ConnectionState.Waiting);

        Assert.True(_runs.Last().Approved);
    }

    [Fact]
    public async Task A_person_may_run_a_manual_connection()
    {
        var connection = Start("manual", "1m x1; then park");
        connection.RunNow();
        await UntilAsync(() => _runs.Count == 1);

        Assert.False(_runs.Single().Approved);
        Assert.Null(connection.NextAt);
    }

    [Theory]
    [InlineData("every 15m")]
    [InlineData("30 2 * * *")]
    [InlineData("daily 02:30")]
    public async Task A_time_that_came_while_no_hub_ran_is_made_up_for_once(string schedule)
    {
        var began = _clock.GetUtcNow();
        var connection = Start(schedule, "1m x1; then park", began.AddDays(-3));
        await UntilAsync(() => _runs.Count == 1 && connection.State == ConnectionState.Waiting && connection.NextAt > began);

        Assert.Equal(PollSchedule.Parse(schedule).Next(began, TimeZoneInfo.Utc), connection.NextAt);
    }

    [Fact]
    public async Task A_time_that_did_not_come_yet_is_kept_over_a_restart()
    {
        var now = _clock.GetUtcNow();
        var connection = Start("every 1h", "1m x1; then park", now.AddMinutes(-20));
        await UntilAsync(() => _clock.Waiting == 1);

        Assert.Equal(now.AddMinutes(40), connection.NextAt);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private ScheduledConnection Start(string schedule, string retry, DateTimeOffset? before = null)
    {
        var connection = new ScheduledConnection(Document(schedule, retry), RunAsync, _clock, NullLogger<ScheduledConnection>.Instance, before);
        _running = connection.RunAsync(_stop.Token);
        return connection;
    }

    private static ConnectionDocument Document(string schedule, string retry) => new()
    {
        Name = "crm", Connector = "files", Controller = Siret.Parse("21330063500017"), Schedule = PollSchedule.Parse(schedule), Retry = RetrySchedule.Parse(retry), TimeZone = TimeZoneInfo.Utc,
    };

    private Task<RunEnd> RunAsync(bool approved, CancellationToken cancellationToken)
    {
        _runs.Enqueue((_clock.GetUtcNow(), approved));
        if (_breaks.TryDequeue(out var error))
        {
            return Task.FromException<RunEnd>(error);
        }

        _ends.TryDequeue(out var failure);
        return Task.FromResult(new RunEnd(new RunRow { RunId = "r", Connection = "crm", State = RunState.Succeeded, StartedAt = default, ProgressAt = default }, failure));
    }

    private async Task PassAsync(TimeSpan time, int runs)
    {
        await UntilAsync(() => _clock.Waiting == 1);
        _clock.Advance(time);
        await UntilAsync(() => _runs.Count == runs && _clock.Waiting <= 1);
        await Task.Delay(20);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!condition())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
