using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Writing;

/// <summary>Says which of several nodes should write. It only spares them quarrels: what stops a writer that has not noticed is the registry's epoch.</summary>
/// <param name="operations">Where the lease is kept.</param>
/// <param name="node">This process, unlike any other.</param>
/// <param name="clock">The clock; nodes' clocks may differ by less than <see cref="Time"/>.</param>
/// <param name="log">For ids and states.</param>
public sealed class WriterLease(IOperationsStore operations, string node, TimeProvider clock, ILogger log)
{
    private const string Name = "writer";

    /// <summary>How long a lease holds without renewal.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Every = Time / 3;

    /// <summary>Waits until this node holds the lease.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (!await TryAsync(cancellationToken))
        {
            await Task.Delay(Every, clock, cancellationToken);
        }
    }

    /// <summary>Renews until another node holds the lease, or it ran out because it could not be renewed.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var renewed = clock.GetUtcNow();
        while (true)
        {
            await Task.Delay(Every, clock, cancellationToken);
            try
            {
                if (!await TryAsync(cancellationToken))
                {
                    return;
                }

                renewed = clock.GetUtcNow();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Log.LeaseNotRenewed(log, error.GetType().Name);
                if (clock.GetUtcNow() - renewed > Time)
                {
                    return;
                }
            }
        }
    }

    private Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return operations.TryHoldLeaseAsync(Name, node, now, now + Time, cancellationToken);
    }
}
