using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Hub.Bus;
using MassTransit;

namespace IntegrationHub.Host.Node;

/// <summary>The node's message bus, started when the first subscription needs it.</summary>
/// <param name="address">RabbitMQ's address by reference; null for a bus inside this process.</param>
public sealed class NodeBus(Secret? address) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private IBusControl? _bus;

    /// <exception cref="FormatException">The address cannot be read or is none; the message names its reference.</exception>
    public async Task<IBus> StartedAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_bus is null)
            {
                string? text = null;
                if (address is not null && !address.TryReveal(out text))
                {
                    throw new FormatException(address.Missing.Detail);
                }

                var bus = HubBus.Open(text);
                await bus.StartAsync(cancellationToken);
                _bus = bus;
            }

            return _bus;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_bus is not null)
        {
            await _bus.StopAsync(CancellationToken.None);
        }

        _gate.Dispose();
    }
}
