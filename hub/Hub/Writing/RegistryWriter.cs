using System.Threading.Channels;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Writing;

/// <summary>The one writer: pages, decisions, undo, overrides, restriction and erasure go through this queue, one at a time, in the order they came.</summary>
/// <remarks>
/// A commit whose outcome is unknown is the registry's affair: it reads the committed page again and rebuilds. A writer that was fenced stops at once;
/// with a lease it becomes a standby and takes over when the lease is free, without one it stops for good.
/// </remarks>
/// <param name="open">Takes the writer's role and rebuilds: <c>CitizenRegistry.OpenAsync</c> with this hub's store, model and policy.</param>
/// <param name="lease">For several nodes on one database; null where there is only one.</param>
/// <param name="signal">Wakes feed and webhooks after each commit.</param>
/// <param name="clock">For the time of last progress.</param>
/// <param name="log">For ids and states.</param>
public sealed class RegistryWriter(
    Func<CancellationToken, Task<CitizenRegistry>> open, WriterLease? lease, ChangeSignal signal, TimeProvider clock, ILogger<RegistryWriter> log)
{
    private readonly Channel<WriterJob> _queue = Channel.CreateBounded<WriterJob>(new BoundedChannelOptions(256) { SingleReader = true });
    private volatile CitizenRegistry? _registry;
    private long _progress = clock.GetUtcNow().UtcTicks;
    private volatile WriterState _state = WriterState.Opening;
    private CancellationTokenSource? _lost;
    private Task _ending = Task.CompletedTask;

    public WriterState State => _state;

    /// <summary>Last commit or take-over: liveness is this, never a thread's state.</summary>
    public DateTimeOffset ProgressAt => new(Interlocked.Read(ref _progress), TimeSpan.Zero);

    /// <summary>The registry this node writes, for advice from any thread; null unless active.</summary>
    public CitizenRegistry? Registry => _state == WriterState.Active ? _registry : null;

    /// <summary>Does work on the registry in its turn.</summary>
    /// <exception cref="WriterUnavailableException">Another node writes; nothing was done.</exception>
    public async Task<T> DoAsync<T>(Func<CitizenRegistry, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (_state is WriterState.Standby or WriterState.Stopped)
        {
            throw new WriterUnavailableException();
        }

        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var job = new WriterJob(
            async registry =>
            {
                try
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    done.SetResult(await work(registry, cancellationToken));
                    return null;
                }
                catch (Exception error)
                {
                    done.TrySetException(Told(error));
                    return error;
                }
            },
            error => done.TrySetException(error));
        try
        {
            await _queue.Writer.WriteAsync(job, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new WriterUnavailableException();
        }

        return await done.Task;
    }

    /// <summary>Does work that returns before its commit has ended: the turn is then over, and the next work is done meanwhile.</summary>
    /// <returns>Ends with the turn; <see cref="Ahead{T}.Committed"/> with the commit. Null when the work was to do nothing.</returns>
    /// <exception cref="WriterUnavailableException">Another node writes; nothing was done. The commit may end in it too.</exception>
    public Task<Ahead<T>?> DoAheadAsync<T>(Func<CitizenRegistry, CancellationToken, Task<Ahead<T>?>> work, CancellationToken cancellationToken) => DoAsync(
        async (registry, token) =>
        {
            var ahead = await work(registry, token);
            if (ahead is null)
            {
                return null;
            }

            var ending = EndAsync(registry, ahead.Committed);
            _ending = ending;
            return ahead with { Committed = ending };
        },
        cancellationToken);

    /// <summary>Opens the registry again in its turn, as a new match model asks; what comes meanwhile waits in the queue.</summary>
    /// <exception cref="WriterUnavailableException">Another node writes; nothing was done.</exception>
    public Task ReopenAsync(CancellationToken cancellationToken) => DoAsync<bool>(
        async (registry, token) =>
        {
            await registry.QuietAsync();
            _state = WriterState.Opening;
            Leave();
            _registry = await open(token);
            _state = WriterState.Active;
            Log.WriterActive(log, _registry.State.Epoch, _registry.State.Page);
            return true;
        },
        cancellationToken);

    /// <summary>Writes until cancelled, or fenced without a lease.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                await TakeOverAsync(cancellationToken);
                await ServeAsync(cancellationToken);
                Leave();
            }
            while (lease is not null);
        }
        finally
        {
            _state = WriterState.Stopped;
            Leave();
            _queue.Writer.TryComplete();
            RefuseWaiting();
        }
    }

    private async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        if (lease is not null)
        {
            _state = WriterState.Standby;
            RefuseWaiting();
            await lease.WaitAsync(cancellationToken);
        }

        _state = WriterState.Opening;
        _registry = await open(cancellationToken);
        Progress(_registry);
        _state = WriterState.Active;
        Log.WriterActive(log, _registry.State.Epoch, _registry.State.Page);
    }

    // Returns when this node must stop writing.
    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _lost = lost;
        var keeping = lease is null ? Task.Delay(Timeout.Infinite, lost.Token) : KeepLeaseAsync(lease, lost);
        try
        {
            await foreach (var job in _queue.Reader.ReadAllAsync(lost.Token))
            {
                if (await job.Run(_registry!) is FencedException)
                {
                    Log.WriterFenced(log, _registry?.State.Epoch ?? 0);
                    return;
                }

                if (_registry is null)
                {
                    // It could not be opened again: from the start, with all that a take-over checks.
                    return;
                }

                Progress(_registry);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.LeaseLost(log, _registry?.State.Epoch ?? 0);
        }
        finally
        {
            await _ending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await lost.CancelAsync();
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task EndAsync(CitizenRegistry registry, Task committed)
    {
        try
        {
            await committed;
            Progress(registry);
        }
        catch (FencedException error)
        {
            await _lost!.CancelAsync();
            throw Told(error);
        }
    }

    private static Exception Told(Exception error) =>
        error is FencedException ? new WriterUnavailableException("another node has taken the registry over; nothing was written", error) : error;

    private void Leave()
    {
        _registry?.Dispose();
        _registry = null;
    }

    private static async Task KeepLeaseAsync(WriterLease lease, CancellationTokenSource lost)
    {
        await lease.KeepAsync(lost.Token);
        await lost.CancelAsync();
    }

    private void Progress(CitizenRegistry registry)
    {
        Interlocked.Exchange(ref _progress, clock.GetUtcNow().UtcTicks);
        signal.Publish(registry.State.LastChange);
    }

    private void RefuseWaiting()
    {
        while (_queue.Reader.TryRead(out var job))
        {
            job.Refuse(new WriterUnavailableException());
        }
    }
}
