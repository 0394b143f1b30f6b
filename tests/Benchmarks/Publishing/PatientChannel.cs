using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>A channel on another clock than its sender's: what it asks to wait is waited on its own clock.</summary>
internal sealed class PatientChannel(IDeliveryChannel inner, TimeProvider clock) : IDeliveryChannel
{
    public async Task<Failure?> SendAsync(CitizenEvent told, CancellationToken cancellationToken)
    {
        var failure = await inner.SendAsync(told, cancellationToken);
        if (failure is not { Kind: FailureKind.Throttled, NotBefore: { } until })
        {
            return failure;
        }

        var wait = until - clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }

        return failure with { NotBefore = TimeProvider.System.GetUtcNow() };
    }

    public Task<Failure?> TestAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) => inner.TestAsync(id, at, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
