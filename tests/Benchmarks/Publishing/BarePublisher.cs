using System.Diagnostics;
using System.Threading.RateLimiting;
using RabbitMQ.Client;

namespace IntegrationHub.Tests.Benchmarks.Publishing;

/// <summary>The yardstick of the bus: the broker's own client, one channel, persistent messages into a durable queue, every one confirmed.</summary>
internal sealed class BarePublisher : IAsyncDisposable
{
    private const string Queue = "bench";
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly string _exchange;
    private readonly int _outstanding;

    private BarePublisher(IConnection connection, IChannel channel, string exchange, int outstanding) =>
        (_connection, _channel, _exchange, _outstanding) = (connection, channel, exchange, outstanding);

    /// <param name="address">Of the broker.</param>
    /// <param name="message">The contract whose exchange both ways publish to.</param>
    /// <param name="outstanding">Confirms waited for at once.</param>
    /// <param name="cancellationToken">Stops connecting.</param>
    public static async Task<BarePublisher> ConnectAsync(string address, Type message, int outstanding, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = new Uri(address.Replace("rabbitmq://", "amqp://", StringComparison.Ordinal)) };
        var connection = await factory.CreateConnectionAsync(cancellationToken);
        // The client's own limiter slows publishing down from half its permits on; a yardstick must not be slowed.
        var limit = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = outstanding, QueueLimit = outstanding });
        var confirmed = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, limit);
        var channel = await connection.CreateChannelAsync(confirmed, cancellationToken);
        var exchange = $"{message.Namespace}:{message.Name}";
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(Queue, exchange, "", cancellationToken: cancellationToken);
        return new BarePublisher(connection, channel, exchange, outstanding);
    }

    /// <summary>A message the other way left in the queue.</summary>
    public async Task<byte[]> TakeOneAsync(CancellationToken cancellationToken)
    {
        var taken = await _channel.BasicGetAsync(Queue, autoAck: true, cancellationToken) ?? throw new InvalidOperationException("nothing came into the queue");
        await PurgeAsync(cancellationToken);
        return taken.Body.ToArray();
    }

    public async Task PurgeAsync(CancellationToken cancellationToken) => await _channel.QueuePurgeAsync(Queue, cancellationToken);

    /// <returns>Confirmed messages a second.</returns>
    public async Task<double> RateAsync(byte[] body, int messages, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(_outstanding);
        var properties = new BasicProperties { DeliveryMode = DeliveryModes.Persistent, ContentType = "application/json" };
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < messages; i++)
        {
            await places.WaitAsync(cancellationToken);
            _ = PublishAsync(places, properties, body, cancellationToken);
        }

        for (var i = 0; i < _outstanding; i++)
        {
            await places.WaitAsync(cancellationToken);
        }

        return messages / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task PublishAsync(SemaphoreSlim places, BasicProperties properties, byte[] body, CancellationToken cancellationToken)
    {
        await _channel.BasicPublishAsync(_exchange, "", mandatory: false, properties, body, cancellationToken);
        places.Release();
    }
}
