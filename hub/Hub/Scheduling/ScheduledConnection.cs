using System.Threading.Channels;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Ingestion;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Scheduling;

/// <summary>Runs one connection when its schedule, its retry schedule or a person says so; never twice at a time.</summary>
/// <param name="document">Name, schedule, retries, zone.</param>
/// <param name="run">One run of the pipeline; true when an architect approved what the brake held.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">For names, states and codes.</param>
/// <param name="before">When its last run began, before this process; null when it never ran. A time that came meanwhile is made up for, once.</param>
public sealed class ScheduledConnection(
    ConnectionDocument document, Func<bool, CancellationToken, Task<RunEnd>> run, TimeProvider clock, ILogger<ScheduledConnection> log, DateTimeOffset? before = null)
{
    // A timer holds at most 49 days.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    // A second request before the first is served says nothing new, except that it may approve.
    private readonly Channel<bool> _asked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private volatile ConnectionState _state = ConnectionState.Waiting;
    private volatile TaskCompletionSource _turned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile CancellationTokenSource? _running;
    private volatile bool _paused;
    private int _failures;

    public ConnectionState State => _paused && _state != ConnectionState.Running ? ConnectionState.Paused : _state;

    /// <summary>When it runs next by itself; null when only a person starts it.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Asks for a run now, also of a stopped or held connection.</summary>
    /// <param name="approved">The brake's hold is lifted for this one run.</param>
    /// <returns>False while it is paused.</returns>
    public bool RunNow(bool approved = false) => !_paused && _asked.Writer.TryWrite(approved);

    /// <summary>Nothing runs any more until <see cref="Resume"/>.</summary>
    /// <param name="stop">Also ends the run under way after its page; what is committed stays.</param>
    public void Pause(bool stop)
    {
        _paused = true;
        if (stop)
        {
            StopRun();
        }

        Turn();
    }

    public void Resume()
    {
        _failures = 0;
        NextAt = document.Schedule.Next(clock.GetUtcNow(), document.TimeZone);
        _state = _state == ConnectionState.Running ? _state : ConnectionState.Waiting;
        _paused = false;
        Turn();
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        NextAt = First();
        while (true)
        {
            var approved = await WaitAsync(cancellationToken);
            if (_paused)
            {
                continue; // it was paused while it was about to run
            }

            _state = ConnectionState.Running;
            var failure = await RunAsync(approved, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            (_state, NextAt) = After(failure);
            Log.ConnectionWaits(log, document.Name, _state, NextAt);
        }
    }

    // A clock set back must not make a run of yesterday hold up those of today.
    private DateTimeOffset? First()
    {
        var now = clock.GetUtcNow();
        var since = before < now ? before.Value : now;
        var next = document.Schedule.Next(since, document.TimeZone);
        if (next < now)
        {
            Log.RunMissed(log, document.Name, next.Value);
            return now;
        }

        return next;
    }

    // Whatever a run could not say for itself, because it broke before it was in the journal, must not end the schedule.
    private async Task<Failure?> RunAsync(bool approved, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _running = stop;
        try
        {
            return (await run(approved, stop.Token)).Failure;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return RunJournal.Stopped;
        }
        catch (Exception error)
        {
            var failure = StoreFailure.Judge(error);
            Log.RunNotBegun(log, document.Name, failure.Code, error.GetType().Name);
            return failure;
        }
        finally
        {
            _running = null;
        }
    }

    private void StopRun()
    {
        try
        {
            _running?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            _running = null; // the run ended by itself in this moment
        }
    }

    // Wakes the wait, which looks anew at what it waits for.
    private void Turn() => Interlocked.Exchange(ref _turned, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private (ConnectionState State, DateTimeOffset? NextAt) After(Failure? failure)
    {
        var now = clock.GetUtcNow();
        var regular = document.Schedule.Next(now, document.TimeZone);
        switch (failure?.Kind)
        {
            case FailureKind.Denied:
                return (ConnectionState.Stopped, null);
            case FailureKind.Held:
                return (ConnectionState.Held, null);
            case FailureKind.Throttled:
                return (ConnectionState.Retrying, failure.NotBefore is { } at && at > now ? at : now.AddMinutes(1));
            case FailureKind.Passing when document.Retry.DelayAfter(++_failures) is { } delay:
                return (ConnectionState.Retrying, now + delay);
            case FailureKind.Passing when !document.Retry.Parks:
                _failures = 0;
                return (ConnectionState.Stopped, null);
            default:
                _failures = 0;
                return (ConnectionState.Waiting, regular);
        }
    }

    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = _asked.Reader.WaitToReadAsync(stop.Token).AsTask();
        while (true)
        {
            // One who ended before the wait began has ended the question too, which then looks like an answer.
            cancellationToken.ThrowIfCancellationRequested();
            var (turned, left) = (_turned.Task, Left());
            if (asked.IsCompleted || left <= TimeSpan.Zero)
            {
                break;
            }

            await Task.WhenAny(asked, turned, Task.Delay(left < LongestDelay ? left : LongestDelay, clock, stop.Token));
        }

        await stop.CancelAsync();
        return _asked.Reader.TryRead(out var approved) && approved;
    }

    private TimeSpan Left() => !_paused && NextAt is { } next ? next - clock.GetUtcNow() : TimeSpan.MaxValue;
}
