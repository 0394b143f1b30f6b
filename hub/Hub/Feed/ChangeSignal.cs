namespace IntegrationHub.Hub.Feed;

/// <summary>Tells waiting readers that the writer has committed changes, so that nobody polls the database.</summary>
public sealed class ChangeSignal
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _last;

    /// <summary>Last sequence known to be committed.</summary>
    public long Last => Interlocked.Read(ref _last);

    /// <summary>Called by the writer after each confirmed commit.</summary>
    public void Publish(long last)
    {
        TaskCompletionSource reached;
        lock (_gate)
        {
            if (last <= _last)
            {
                return;
            }

            _last = last;
            reached = _next;
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        reached.SetResult();
    }

    /// <summary>Waits until a change after <paramref name="sequence"/> is committed, or the time is over.</summary>
    public async Task WaitAsync(long sequence, TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        Task next;
        lock (_gate)
        {
            if (_last > sequence)
            {
                return;
            }

            next = _next.Task;
        }

        await next.WaitAsync(time, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
