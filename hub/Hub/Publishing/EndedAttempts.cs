using System.Threading.Channels;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Feed;

namespace IntegrationHub.Hub.Publishing;

/// <summary>What wakes a sender: ended attempts, a commit, a command, a due time.</summary>
internal sealed class EndedAttempts(ChangeSignal signal, TimeProvider clock)
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(30);

    // Null stands for a look around.
    private readonly Channel<(Delivery Delivery, Failure? Failure)?> _ended = Channel.CreateUnbounded<(Delivery, Failure?)?>(new() { SingleReader = true });
    private Task _commit = Task.CompletedTask;

    public void Add(Delivery delivery, Failure? failure) => _ended.Writer.TryWrite((delivery, failure));

    /// <summary>Something of ours broke: the reader gets the exception.</summary>
    public void Break(Exception error) => _ended.Writer.TryComplete(error);

    public void Nudge() => _ended.Writer.TryWrite(null);

    /// <summary>The next ended attempt; nudges are passed over.</summary>
    public bool TryTake(out Delivery delivery, out Failure? failure)
    {
        while (_ended.Reader.TryRead(out var ended))
        {
            if (ended is var (taken, why))
            {
                (delivery, failure) = (taken, why);
                return true;
            }
        }

        (delivery, failure) = (null!, null);
        return false;
    }

    /// <summary>Waits until there is something to do.</summary>
    /// <param name="read">Last change read; null when new ones are not wanted yet.</param>
    /// <param name="due">When a waiting change may go; null when none may.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task WaitAsync(long? read, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        if (_ended.Reader.Completion.IsCompleted)
        {
            await _ended.Reader.Completion;
        }

        if (read is { } last && _commit.IsCompleted)
        {
            _commit = NudgeAfterAsync(signal.WaitAsync(last, LongestIdle, clock, cancellationToken));
        }

        if (due is not { } at)
        {
            await _ended.Reader.WaitToReadAsync(cancellationToken);
            return;
        }

        var wait = at - clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            using var timer = new CancellationTokenSource(wait < LongestIdle ? wait : LongestIdle, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
            Task ready = _ended.Reader.WaitToReadAsync(either.Token).AsTask();
            await ready.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task NudgeAfterAsync(Task commit)
    {
        await commit.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Nudge();
    }
}
