using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Publishing;

/// <summary>Brings the change log to one subscriber: at least once, each citizen's changes in order, citizens beside each other, the cursor behind the oldest unsettled one.</summary>
public sealed class SubscriptionSender
{
    private const int Batch = 500;
    private const int CursorEvery = 200;
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(30);

    private readonly Subscription _subscription;
    private readonly SenderParts _parts;
    private readonly SubscriptionStates _states;
    private readonly Teller _teller;
    private readonly ParkedLanes _parked;
    private readonly DeliveryLease _lease;
    private readonly DeliveryWindow _window = new();
    private readonly Pace _pace;

    private readonly EndedAttempts _ended;
    private readonly System.Collections.Concurrent.ConcurrentQueue<Func<CancellationToken, Task>> _commands = new();
    private int _sending;
    private long _read;
    private long _saved;
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _holdUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _succeededAt = DateTimeOffset.MinValue;
    private bool _stopped;

    public SubscriptionSender(Subscription subscription, SenderParts parts)
    {
        (_subscription, _parts) = (subscription, parts);
        _pace = new Pace(subscription.Parallel);
        _ended = new EndedAttempts(parts.Signal, parts.Clock);
        _states = new SubscriptionStates(parts.Operations, parts.Clock);
        _teller = new Teller(subscription, parts);
        _parked = new ParkedLanes(subscription.Name, parts.Operations, parts.Clock);
        _lease = new DeliveryLease(subscription.Name, parts.Operations, parts.Clock, parts.Log);
    }

    /// <summary>Asks the running sender to try everything parked again, oldest first.</summary>
    public void ReplayParked() => Command(token => StopIfAsync(_parked.ReplayAsync(sequence => _teller.TellAsync(sequence, token), token), token));

    /// <summary>Asks the running sender to tell the present state of these people again.</summary>
    public void Refresh(IReadOnlyCollection<GoldenId> ids) => Command(token => StopIfAsync(_teller.RefreshAsync(ids, token), token));

    /// <summary>Runs until cancelled, until the subscription is not active, or until another node delivers it.</summary>
    public async Task<SenderEnd> RunAsync(CancellationToken cancellationToken)
    {
        var state = await _states.FindAsync(_subscription.Name, cancellationToken);
        if (state.Mode != SubscriptionMode.Active)
        {
            return SenderEnd.NotActive;
        }

        await _lease.WaitAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = _lease.KeepAsync(stop.Token);
        var running = DeliverAsync(state, stop.Token);
        try
        {
            var first = await Task.WhenAny(running, keeping);
            cancellationToken.ThrowIfCancellationRequested();
            return first == running ? await running : SenderEnd.LeaseLost;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running, keeping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _lease.ReleaseAsync();
        }
    }

    private async Task<SenderEnd> DeliverAsync(SubscriptionState state, CancellationToken cancellationToken)
    {
        if (!await StartAtAsync(state, cancellationToken))
        {
            return SenderEnd.NotActive;
        }

        await _parked.LoadAsync(cancellationToken);
        while (!_stopped)
        {
            while (_commands.TryDequeue(out var command))
            {
                await command(cancellationToken);
            }

            var caughtUp = await FillAsync(cancellationToken);
            await StartAsync(cancellationToken);
            if (!await SaveCursorAsync(cancellationToken))
            {
                return SenderEnd.LeaseLost;
            }

            await _ended.WaitAsync(caughtUp ? _read : null, Due(), cancellationToken);
            while (!_stopped && _ended.TryTake(out var delivery, out var failure))
            {
                _sending--;
                await SettleAsync(delivery, failure, cancellationToken);
            }
        }

        return SenderEnd.NotActive;
    }

    /// <returns>False when the subscription is stopped: its cursor fits this registry no more.</returns>
    private async Task<bool> StartAtAsync(SubscriptionState state, CancellationToken cancellationToken)
    {
        _saved = _read = state.From ?? (await _parts.Operations.FindCursorAsync(_subscription.Name, cancellationToken))?.Sequence ?? 0;
        _window.Skip(_read);
        if (_read > 0 && (await _parts.Reader.ReadChangesAsync(_read - 1, 1, cancellationToken)).Last is null)
        {
            // The registry was restored to an earlier day: what the receiver holds is newer than the log.
            await StopAsync("cursor.ahead", cancellationToken);
            return false;
        }

        if (state.From is { } from && await _lease.SaveCursorAsync(from, cancellationToken))
        {
            await _parked.ForgetAfterAsync(from, cancellationToken);
            await _states.StartedAsync(_subscription.Name, from, cancellationToken);
        }

        return true;
    }

    /// <returns>True when the log holds nothing further for now; false when room must come first.</returns>
    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var room = _subscription.Window - (int)(_read - _window.Settled);
            if (room <= 0 && _window.Oldest is { FailsAlone: true } oldest && _window.TakeBack(oldest))
            {
                await ParkAsync(oldest, new Failure(FailureKind.Refused, "delivery.too-far-behind", "it kept failing while many others arrived: look at the receiver, then replay"), cancellationToken);
                continue;
            }

            // A full batch at a time: one row for each delivery would cost a query each.
            if (room < Math.Min(Batch, _subscription.Window) && (room <= 0 || _window.Count > 0))
            {
                return false;
            }

            var now = _parts.Clock.GetUtcNow();
            if (_parts.Signal.Last <= _read && now - _lookedAt < LongestIdle)
            {
                return true;
            }

            var (changes, last) = await _parts.Reader.ReadChangesAsync(_read, Math.Min(Batch, room), cancellationToken);
            if (last is null)
            {
                _lookedAt = now;
                return true;
            }

            _lookedAt = DateTimeOffset.MinValue;
            foreach (var change in changes)
            {
                _window.Add(change);
            }

            _window.Skip(last.Sequence);
            _read = last.Sequence;
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var now = _parts.Clock.GetUtcNow();
        while (now >= _holdUntil && _sending < _pace.Allowed && _window.Take(now) is { } delivery)
        {
            if (_parked.Blocks(delivery.Change))
            {
                await ParkAsync(delivery, null, cancellationToken);
                continue;
            }

            _sending++;
            delivery.StartedAt = now;
            _ = SendAsync(delivery, cancellationToken);
        }
    }

    private async Task SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        Failure? failure;
        try
        {
            failure = await _teller.TellAsync(delivery.Change, cancellationToken);
        }
        catch (Exception error)
        {
            if (error is not OperationCanceledException)
            {
                // Ours, not the receiver's: the publisher starts this sender again from its cursor.
                _ended.Break(error);
            }

            return;
        }

        _ended.Add(delivery, failure);
    }

    private async Task SettleAsync(Delivery delivery, Failure? failure, CancellationToken cancellationToken)
    {
        var now = _parts.Clock.GetUtcNow();
        switch (failure)
        {
            case null:
                _succeededAt = now;
                _pace.Succeeded();
                _window.Settle(delivery);
                _parts.Metrics.ChangeOut(_subscription.Name, "delivered", now - delivery.Change.At);
                break;
            case { Kind: FailureKind.Denied }:
                await StopAsync(failure.Code, cancellationToken);
                break;
            case { Kind: FailureKind.Throttled }:
                if (now >= _holdUntil)
                {
                    _pace.GiveWay();
                }

                _holdUntil = failure.NotBefore ?? now;
                _window.Retry(delivery, _holdUntil);
                break;
            case { Kind: FailureKind.Passing } when _subscription.Retry.DelayAfter(delivery.Attempts + 1) is { } delay:
                delivery.Failed(_succeededAt);
                _window.Retry(delivery, now + delivery.Spread(delay));
                Log.DeliveryFailed(_parts.Log, _subscription.Name, delivery.Change.Sequence, failure.Code, delivery.Attempts);
                break;
            default:
                delivery.Failed(_succeededAt);
                await ParkAsync(delivery, failure, cancellationToken);
                break;
        }
    }

    private async Task StopAsync(string code, CancellationToken cancellationToken)
    {
        _stopped = true;
        await _states.StopAsync(_subscription.Name, code, "hub", cancellationToken);
        Log.SubscriptionDisabled(_parts.Log, _subscription.Name, code);
    }

    private async Task ParkAsync(Delivery delivery, Failure? failure, CancellationToken cancellationToken)
    {
        await _parked.ParkAsync(delivery, failure, cancellationToken);
        _window.Settle(delivery);
        _parts.Metrics.ChangeOut(_subscription.Name, "parked", _parts.Clock.GetUtcNow() - delivery.Change.At);
        Log.DeliveryParked(_parts.Log, _subscription.Name, delivery.Change.Sequence, failure?.Code ?? ParkedLanes.Behind);
    }

    private async Task StopIfAsync(Task<Failure?> command, CancellationToken cancellationToken)
    {
        if (await command is { } denied)
        {
            await StopAsync(denied.Code, cancellationToken);
        }
    }

    /// <returns>False when the lease is another node's now.</returns>
    private async Task<bool> SaveCursorAsync(CancellationToken cancellationToken)
    {
        // A cursor that lags costs a repeated delivery after a crash, never a lost one.
        var settled = _window.Settled;
        if (settled >= _saved + CursorEvery || (_window.Count == 0 && settled > _saved))
        {
            _saved = settled;
            return await _lease.SaveCursorAsync(settled, cancellationToken);
        }

        return true;
    }

    private void Command(Func<CancellationToken, Task> command)
    {
        _commands.Enqueue(command);
        _ended.Nudge();
    }

    private DateTimeOffset? Due() =>
        _sending < _pace.Allowed && _window.NextDue is { } next ? (next > _holdUntil ? next : _holdUntil) : null;
}
