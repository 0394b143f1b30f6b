using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>Counts what another channel brought to its end.</summary>
internal sealed class CountingChannel(IDeliveryChannel inner) : IDeliveryChannel
{
    private long _taken;

    public long Taken => Interlocked.Read(ref _taken);

    public async Task<Failure?> SendAsync(CitizenEvent told, CancellationToken cancellationToken)
    {
        var failure = await inner.SendAsync(told, cancellationToken);
        if (failure is null)
        {
            Interlocked.Increment(ref _taken);
        }

        return failure;
    }

    public Task<Failure?> TestAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) => inner.TestAsync(id, at, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
