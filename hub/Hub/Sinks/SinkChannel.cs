using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mappings.Engine.Outgoing;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Sinks;

/// <summary>Writes events into a system by a connector's sink, in that system's words. A person read from there before is written under the system's own id, so that it is never created twice.</summary>
/// <param name="subscription">What may be written; its sink names the connection.</param>
/// <param name="sink">The system.</param>
/// <param name="mapping">Puts a person in the system's words.</param>
/// <param name="memory">What was written there, and the cross-reference of golden ids and ids there.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">For names, ids and codes.</param>
public sealed class SinkChannel(Subscription subscription, ISink sink, OutgoingMapping mapping, SinkMemory memory, TimeProvider clock, ILogger log) : IDeliveryChannel
{
    private readonly string _connection = subscription.Sink?.Connection ?? throw new InvalidOperationException($"subscription {subscription.Name} names no sink");

    public async Task<Failure?> SendAsync(CitizenEvent told, CancellationToken cancellationToken)
    {
        var known = new Dictionary<GoldenId, ToldCitizen>(await memory.FindAsync(Ids(told), cancellationToken));
        var plan = new SinkPlan(_connection, told, known);
        foreach (var person in plan.InOrder)
        {
            var row = known.GetValueOrDefault(person.Id);
            if (row is null ? person.Presence != PersonPresence.Active : row.Version > person.Version || plan.MustWait(person))
            {
                continue;
            }

            switch (await WriteAsync(told, person, plan, known, cancellationToken))
            {
                case (_, { } failure):
                    return failure;
                case ({ } kept, _):
                    known[person.Id] = kept;
                    break;
            }
        }

        return null;
    }

    /// <summary>A sink takes nothing that names nobody; its connection's check tells whether it can be written to.</summary>
    public Task<Failure?> TestAsync(string id, DateTimeOffset at, CancellationToken cancellationToken) => Task.FromResult<Failure?>(
        new Failure(FailureKind.Refused, "sink.no-test", $"a sink takes no test event: check the connection {_connection} to its depth of writing"));

    public ValueTask DisposeAsync() => sink is IAsyncDisposable disposable ? disposable.DisposeAsync() : ValueTask.CompletedTask;

    private async Task<(ToldCitizen? Kept, Failure? Failure)> WriteAsync(
        CitizenEvent told, PersonState person, SinkPlan plan, Dictionary<GoldenId, ToldCitizen> known, CancellationToken cancellationToken)
    {
        var foreignKey = plan.ForeignKey(person);
        var row = known.GetValueOrDefault(person.Id);
        var before = row?.ForeignKey == foreignKey && row is not null ? SentFields.Parse(row.Written) : SentFields.None;
        var record = new SinkRecord(memory, foreignKey, before, person.View is { } view ? Fields(view) : []);
        var key = person.Id.ToString();
        var outgoing = new OutgoingRecord
        {
            DeliveryId = $"{told.Id}:{key}",
            Key = key,
            ForeignKey = foreignKey,
            FormerKey = plan.Former(person),
            Version = person.Version,
            Deleted = person.View is null,
            Leaving = Why(person.Presence),
            Into = person.Into is { } into ? new OutgoingTarget(into.ToString(), known.GetValueOrDefault(into)?.ForeignKey) : null,
            Returns = row is { Inside: false } && person.View is not null,
            Body = person.View is null ? default : record.Bytes,
            Changed = told.Kind == EventKind.Refreshed ? null : record.Changed,
            Ours = record.Ours,
        };
        switch (await sink.WriteAsync(outgoing, cancellationToken))
        {
            case SinkOutcome.Written written:
                foreach (var issue in written.Issues)
                {
                    Log.FieldNotAsAsked(log, subscription.Name, key, issue.Field, issue.Code);
                }

                var at = clock.GetUtcNow();
                var theirs = person.View?.Members.Any(part => part.Record.Connection == _connection && part.Record.Key == foreignKey) == true;
                var sent = person.View is not null ? record.After(written, theirs) : person.Presence == PersonPresence.Erased ? SentFields.None : before;
                var id = person.Presence == PersonPresence.Erased ? null : written.ForeignKey ?? foreignKey;
                return (await memory.SaveAsync(person.Id, person.Version, person.Presence == PersonPresence.Active, id, sent, at, cancellationToken), null);
            case SinkOutcome.Failed failed:
                return (null, failed.Failure);
            default:
                throw new NotSupportedException("a sink writes or fails");
        }
    }

    private static Leaving Why(PersonPresence presence) => presence switch
    {
        PersonPresence.Merged => Leaving.Merged,
        PersonPresence.Restricted => Leaving.Restricted,
        PersonPresence.Erased => Leaving.Erased,
        _ => Leaving.Gone,
    };

    private JsonObject Fields(CitizenView view)
    {
        var golden = new GoldenRecord { Id = view.Id, Version = view.Version, State = view.State, Citizen = view.Citizen, Members = view.Members };
        return mapping.Map(golden, clock.GetUtcNow()).Target;
    }

    // Whoever answers for a merged one is looked up too: its id there is what the merged record is joined to.
    private static List<GoldenId> Ids(CitizenEvent told) => [.. told.People.Select(person => person.Id).Concat(told.People.Select(person => person.Into).OfType<GoldenId>()).Distinct()];
}
