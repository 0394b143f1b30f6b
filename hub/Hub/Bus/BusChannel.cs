using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Contracts;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Registry.Json;
using MassTransit;

namespace IntegrationHub.Hub.Bus;

/// <summary>Publishes events as MassTransit messages. The change log is the outbox: a message counts as sent when the broker has confirmed it.</summary>
/// <param name="subscription">Whose contract the messages are cut to.</param>
/// <param name="bus">The started bus; its owner stops it.</param>
public sealed class BusChannel(Subscription subscription, IBus bus) : IDeliveryChannel
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public Task<Failure?> SendAsync(CitizenEvent told, CancellationToken cancellationToken) => PublishAsync(
        new CitizenChanged
        {
            EventId = told.Id,
            Subscription = subscription.Name,
            Kind = Word(told.Kind),
            Sequence = told.Sequence,
            At = told.At,
            GoldenId = told.Golden.ToString(),
            Version = told.Version,
            Reason = told.Reason,
            Changed = told.Changed,
            People = [.. told.People.Select(Of)],
        },
        cancellationToken);

    public Task<Failure?> TestAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) => PublishAsync(
        new CitizenChanged { EventId = id, Subscription = subscription.Name, Kind = "test", Sequence = 0, At = at, GoldenId = "", Version = 0, Reason = "test" }, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Failure?> PublishAsync(CitizenChanged message, CancellationToken cancellationToken)
    {
        try
        {
            await bus.Publish(message, cancellationToken).WaitAsync(Longest, cancellationToken);
            return null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // MassTransit's exceptions hold addresses and messages: only the type's name goes on.
            return new Failure(FailureKind.Throttled, "bus.unconfirmed", $"the broker did not confirm the message ({error.GetType().Name}): deliveries wait and go on by themselves once it is back");
        }
    }

    private static PersonMessage Of(PersonState person) => new()
    {
        Id = person.Id.ToString(),
        Version = person.Version,
        State = Word(person.Presence),
        Into = person.Into?.ToString(),
        Citizen = person.View is { } view ? Encoding.UTF8.GetString(RegistryJson.Write(view.Citizen)) : null,
    };

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
