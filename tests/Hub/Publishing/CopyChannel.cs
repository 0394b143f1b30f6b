using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Webhooks;
using Subscriber;

namespace IntegrationHub.Tests.Hub.Publishing;

/// <summary>Brings events to a sample subscriber's copy over a bad line: some never arrive, of some the acknowledgement is lost.</summary>
internal sealed class CopyChannel(Copy copy, int seed, double lost) : IDeliveryChannel
{
    private readonly Random _random = new(seed);
    private readonly Lock _gate = new();

    public List<byte[]> Bodies { get; } = [];

    public Task<Failure?> SendAsync(CitizenEvent told, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var luck = _random.NextDouble();
            if (luck < lost)
            {
                return Failed();
            }

            var body = CloudEvent.Write(new Uri("urn:hub"), told).ToArray();
            Bodies.Add(body);
            copy.Apply(JsonSerializer.Deserialize<JsonElement>(body));
            return luck < 2 * lost ? Failed() : Task.FromResult<Failure?>(null);
        }
    }

    public Task<Failure?> TestAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) => Failed();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task<Failure?> Failed() => Task.FromResult<Failure?>(new Failure(FailureKind.Throttled, "line.bad", "try again"));
}
