using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Publishing;

/// <summary>Which node delivers a subscription. It makes double deliveries rare; what keeps a replaced node from moving the cursor is that the cursor is saved under the lease.</summary>
/// <param name="subscription">Name of the subscription.</param>
/// <param name="operations">Where the lease is kept.</param>
/// <param name="clock">Nodes' clocks may differ by less than <see cref="Time"/>.</param>
/// <param name="log">For names and codes.</param>
internal sealed class DeliveryLease(string subscription, IOperationsStore operations, TimeProvider clock, ILogger log)
{
    /// <summary>How long it holds without renewal.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Every = Time / 3;

    private readonly string _name = $"delivery:{subscription}";

    // A new holder at every start: what an earlier start of this process still does is fenced too.
    private readonly string _holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (!await TryAsync(Time, cancellationToken))
        {
            await Task.Delay(Every, clock, cancellationToken);
        }
    }

    /// <summary>Renews until it is lost to another node or could not be renewed in time.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var renewed = clock.GetUtcNow();
        while (clock.GetUtcNow() - renewed <= Time)
        {
            await Task.Delay(Every, clock, cancellationToken);
            try
            {
                if (!await TryAsync(Time, cancellationToken))
                {
                    return;
                }

                renewed = clock.GetUtcNow();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.DeliveryLeaseNotRenewed(log, subscription, error.GetType().Name);
            }
        }
    }

    /// <summary>Lets the next one start at once; a lease that cannot be given back runs out by itself.</summary>
    public async Task ReleaseAsync()
    {
        try
        {
            await TryAsync(TimeSpan.FromTicks(-1), CancellationToken.None);
        }
        catch (Exception error)
        {
            Log.DeliveryLeaseNotRenewed(log, subscription, error.GetType().Name);
        }
    }

    /// <returns>False when another node delivers this subscription now.</returns>
    public Task<bool> SaveCursorAsync(long sequence, CancellationToken cancellationToken) =>
        operations.TrySaveCursorAsync(new DeliveryCursor(subscription, sequence, clock.GetUtcNow()), _name, _holder, cancellationToken);

    private Task<bool> TryAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return operations.TryHoldLeaseAsync(_name, _holder, now, now + time, cancellationToken);
    }
}
