using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>Brings the change log to one webhook receiver: at least once, each citizen's changes in order, the cursor behind the oldest unsettled one.</summary>
public sealed class SubscriptionSender : IDisposable
{
    private const int Batch = 200;
    private const int CursorEvery = 100;
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(30);

    private readonly Subscription _subscription;
    private readonly ContractReader _reader;
    private readonly IOperationsStore _operations;
    private readonly SubscriptionStates _states;
    private readonly ChangeSignal _signal;
    private readonly TimeProvider _clock;
    private readonly HubMetrics _metrics;
    private readonly ILogger _log;
    private readonly WebhookClient _client;
    private readonly ParkedLanes _parked;
    private readonly DeliveryWindow _window = new();
    private readonly SemaphoreSlim _wake = new(0);
    private int _replayAsked;
    private long _read;
    private long _saved;
    private DateTimeOffset _holdUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _succeededAt = DateTimeOffset.MinValue;

    public SubscriptionSender(
        Subscription subscription, ContractReader reader, IOperationsStore operations, ChangeSignal signal, TimeProvider clock, HubMetrics metrics, ILogger log)
    {
        (_subscription, _reader, _operations, _signal, _clock, _metrics, _log) = (subscription, reader, operations, signal, clock, metrics, log);
        _states = new SubscriptionStates(operations, clock);
        _client = new WebhookClient(subscription, clock);
        _parked = new ParkedLanes(subscription.Name, operations, clock);
    }

    /// <summary>Asks the running sender to try everything parked again, oldest first.</summary>
    public void ReplayParked()
    {
        Interlocked.Exchange(ref _replayAsked, 1);
        _wake.Release();
    }

    /// <summary>Runs until cancelled, or until the receiver answers 410.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await _states.FindDisabledAsync(_subscription.Name, cancellationToken) is not null)
        {
            return;
        }

        _saved = _read = (await _operations.FindCursorAsync(_subscription.Name, cancellationToken))?.Sequence ?? 0;
        _window.Skip(_read);
        if (_read > 0 && (await _reader.ReadChangesAsync(_read - 1, 1, cancellationToken)).Last is null)
        {
            // The registry was restored to an earlier day: what the receiver holds is newer than the log.
            await DisableAsync("cursor.ahead", cancellationToken);
            return;
        }

        await _parked.LoadAsync(cancellationToken);
        var sending = new List<(Task<Failure?> Task, Delivery Delivery)>();
        while (true)
        {
            if (Interlocked.Exchange(ref _replayAsked, 0) == 1 && !await ReplayAsync(cancellationToken))
            {
                return;
            }

            var caughtUp = await FillAsync(cancellationToken);
            await StartAsync(sending, cancellationToken);
            await SaveCursorAsync(cancellationToken);
            await WaitAsync(sending, caughtUp, cancellationToken);
            foreach (var sent in sending.Where(sent => sent.Task.IsCompleted).ToList())
            {
                sending.Remove(sent);
                if (!await SettleAsync(sent.Delivery, await sent.Task, cancellationToken))
                {
                    await Task.WhenAll(sending.Select(other => (Task)other.Task)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    return;
                }
            }
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _wake.Dispose();
    }

    /// <returns>True when the log holds nothing further for now; false when the oldest change must settle first.</returns>
    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var room = _subscription.Window - (int)(_read - _window.Settled);
            if (room <= 0)
            {
                if (_window.Oldest is not { FailsAlone: true } oldest || !_window.TakeBack(oldest))
                {
                    return false;
                }

                await ParkAsync(oldest, new Failure(FailureKind.Refused, "delivery.too-far-behind", "it kept failing while many others arrived: look at the receiver, then replay"), cancellationToken);
                continue;
            }

            var (changes, last) = await _reader.ReadChangesAsync(_read, Math.Min(Batch, room), cancellationToken);
            if (last is null)
            {
                return true;
            }

            foreach (var change in changes)
            {
                _window.Add(change);
            }

            _window.Skip(last.Sequence);
            _read = last.Sequence;
        }
    }

    private async Task StartAsync(List<(Task<Failure?> Task, Delivery Delivery)> sending, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        while (now >= _holdUntil && sending.Count < _subscription.Parallel && _window.Take(now) is { } delivery)
        {
            if (_parked.Blocks(delivery.Change))
            {
                await ParkAsync(delivery, null, cancellationToken);
            }
            else
            {
                sending.Add((SendAsync(delivery.Change, cancellationToken), delivery));
            }
        }
    }

    // Values are read now, not when the change happened: an erased or restricted value is never sent late.
    private async Task<Failure?> SendAsync(ChangeView change, CancellationToken cancellationToken)
    {
        var citizen = _subscription.WithValues ? await _reader.FindCurrentAsync(change.Golden, cancellationToken) : null;
        return await _client.SendAsync(change.Cursor, CloudEvent.Write(_subscription.Source, change, citizen), cancellationToken);
    }

    /// <returns>False when the subscription is disabled from now on.</returns>
    private async Task<bool> SettleAsync(Delivery delivery, Failure? failure, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        switch (failure)
        {
            case null:
                _succeededAt = now;
                _window.Settle(delivery);
                _metrics.ChangeOut(_subscription.Name, "delivered", now - delivery.Change.At);
                return true;
            case { Kind: FailureKind.Denied }:
                await DisableAsync(failure.Code, cancellationToken);
                return false;
            case { Kind: FailureKind.Throttled }:
                _holdUntil = failure.NotBefore ?? now;
                _window.Retry(delivery, _holdUntil);
                return true;
            case { Kind: FailureKind.Passing } when _subscription.Retry.DelayAfter(delivery.Attempts + 1) is { } delay:
                delivery.Failed(now, _succeededAt);
                _window.Retry(delivery, now + Spread(delay, delivery));
                Log.DeliveryFailed(_log, _subscription.Name, delivery.Change.Sequence, failure.Code, delivery.Attempts);
                return true;
            default:
                delivery.Failed(now, _succeededAt);
                await ParkAsync(delivery, failure, cancellationToken);
                return true;
        }
    }

    private async Task DisableAsync(string code, CancellationToken cancellationToken)
    {
        await _states.DisableAsync(_subscription.Name, code, cancellationToken);
        Log.SubscriptionDisabled(_log, _subscription.Name, code);
    }

    // Up to a tenth more, different for each change and attempt, so that a recovering receiver is not hit by all at once.
    private static TimeSpan Spread(TimeSpan delay, Delivery delivery)
    {
        var mixed = ((ulong)delivery.Change.Sequence + ((ulong)delivery.Attempts << 32)) * 0x9E3779B97F4A7C15;
        return delay * (1 + ((mixed >> 40) / (10.0 * (1 << 24))));
    }

    private async Task ParkAsync(Delivery delivery, Failure? failure, CancellationToken cancellationToken)
    {
        await _parked.ParkAsync(delivery, failure, cancellationToken);
        _window.Settle(delivery);
        _metrics.ChangeOut(_subscription.Name, "parked", _clock.GetUtcNow() - delivery.Change.At);
        Log.DeliveryParked(_log, _subscription.Name, delivery.Change.Sequence, failure?.Code ?? ParkedLanes.Behind);
    }

    /// <returns>False when the subscription is disabled from now on.</returns>
    private async Task<bool> ReplayAsync(CancellationToken cancellationToken)
    {
        var stuck = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in await _operations.ListParkedAsync(_subscription.Name, cancellationToken))
        {
            if (row.Ids.Any(stuck.Contains))
            {
                stuck.UnionWith(row.Ids);
                continue;
            }

            var (changes, _) = await _reader.ReadChangesAsync(row.Sequence - 1, 1, cancellationToken);
            var failure = changes is [var change] ? await SendAsync(change, cancellationToken) : null;
            if (failure is { Kind: FailureKind.Denied })
            {
                return await SettleAsync(new Delivery(changes[0]), failure, cancellationToken);
            }

            if (failure is null)
            {
                await _operations.RemoveParkedAsync(row.Subscription, row.Sequence, cancellationToken);
                continue;
            }

            stuck.UnionWith(row.Ids);
            await _operations.SaveParkedAsync(row with { Code = failure.Code, Detail = failure.Detail, Attempts = row.Attempts + 1, At = _clock.GetUtcNow() }, cancellationToken);
        }

        await _parked.LoadAsync(cancellationToken);
        return true;
    }

    private async Task SaveCursorAsync(CancellationToken cancellationToken)
    {
        // A cursor that lags costs a repeated delivery after a crash, never a lost one.
        if (_window.Settled >= _saved + CursorEvery || (_window.Count == 0 && _window.Settled > _saved))
        {
            _saved = _window.Settled;
            await _operations.SaveCursorAsync(new DeliveryCursor(_subscription.Name, _saved, _clock.GetUtcNow()), cancellationToken);
        }
    }

    private async Task WaitAsync(List<(Task<Failure?> Task, Delivery Delivery)> sending, bool caughtUp, CancellationToken cancellationToken)
    {
        if (sending.Any(sent => sent.Task.IsCompleted))
        {
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var now = _clock.GetUtcNow();
        var due = _window.NextDue is { } next && sending.Count < _subscription.Parallel ? (next > _holdUntil ? next : _holdUntil) - now : LongestIdle;
        var wait = due < TimeSpan.Zero ? TimeSpan.Zero : due > LongestIdle ? LongestIdle : due;
        var more = caughtUp ? _signal.WaitAsync(_read, wait, _clock, stop.Token) : Task.Delay(wait, _clock, stop.Token);
        await Task.WhenAny([more, _wake.WaitAsync(stop.Token), .. sending.Select(sent => sent.Task)]);
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
