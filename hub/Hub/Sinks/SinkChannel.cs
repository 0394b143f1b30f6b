using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mappings.Engine.Outgoing;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Sinks;

/// <summary>Writes events into a system by a connector's sink, in that system's words. A person read from there before is written under the system's own id, so that it is never created twice.</summary>
/// <param name="subscription">What may be written; its sink names the connection.</param>
/// <param name="sink">The system.</param>
/// <param name="mapping">Puts a person in the system's words.</param>
/// <param name="operations">The cross-reference: golden id and the id there.</param>
/// <param name="clock">The clock.</param>
public sealed class SinkChannel(Subscription subscription, ISink sink, OutgoingMapping mapping, IOperationsStore operations, TimeProvider clock) : IDeliveryChannel
{
    private readonly string _connection = subscription.Sink?.Connection ?? throw new InvalidOperationException($"subscription {subscription.Name} names no sink");

    public async Task<Failure?> SendAsync(CitizenEvent told, CancellationToken cancellationToken)
    {
        var known = (await operations.FindToldAsync(Name, [.. told.People.Select(person => person.Id)], cancellationToken)).ToDictionary(row => row.Golden);

        // Who stays is written before who goes: a system that moves links to the survivor finds it there.
        foreach (var person in told.People.OrderBy(person => person.Presence == PersonPresence.Active ? 0 : 1).ThenBy(person => person.Id))
        {
            var row = known.GetValueOrDefault(person.Id);
            if (row is null ? person.Presence != PersonPresence.Active : row.Version > person.Version)
            {
                continue;
            }

            switch (await sink.WriteAsync(Record(told.Id, person, row), cancellationToken))
            {
                case SinkOutcome.Failed { Failure: var failure }:
                    return failure;
                case SinkOutcome.Written written:
                    var kept = new ToldCitizen(Name, person.Id, person.Version, person.Presence == PersonPresence.Active, written.ForeignKey ?? row?.ForeignKey, "", clock.GetUtcNow());
                    await operations.SaveToldAsync(kept, cancellationToken);
                    break;
            }
        }

        return null;
    }

    /// <summary>A sink takes nothing that names nobody; its connection's check tells whether it can be written to.</summary>
    public Task<Failure?> TestAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) => Task.FromResult<Failure?>(
        new Failure(FailureKind.Refused, "sink.no-test", $"a sink takes no test event: check the connection {_connection} to its depth of writing"));

    public ValueTask DisposeAsync() => sink is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    // Beside the subscription's own rows, which say whom its filter holds.
    private string Name => $"sink:{subscription.Name}";

    private OutgoingRecord Record(string delivery, PersonState person, ToldCitizen? row)
    {
        var id = person.Id.ToString();
        return new OutgoingRecord
        {
            DeliveryId = $"{delivery}:{id}",
            Key = id,
            ForeignKey = row?.ForeignKey ?? person.View?.Members.Where(part => part.Record.Connection == _connection).Select(part => part.Record.Key).FirstOrDefault(),
            Version = person.Version,
            Deleted = person.View is null,
            Body = person.View is { } view ? Body(view) : default,
        };
    }

    private ReadOnlyMemory<byte> Body(CitizenView view)
    {
        var golden = new GoldenRecord { Id = view.Id, Version = view.Version, State = view.State, Citizen = view.Citizen, Members = view.Members };
        return Encoding.UTF8.GetBytes(mapping.Map(golden, clock.GetUtcNow()).Target.ToJsonString());
    }
}
