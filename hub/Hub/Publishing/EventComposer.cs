using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Publishing;

/// <summary>Turns a change into what one subscriber is told of it, at the moment of sending: with its filter, entering and leaving included.</summary>
internal sealed class EventComposer(Subscription subscription, ContractReader reader, IOperationsStore operations, TimeProvider clock)
{
    private bool Follows => subscription.Filter.OfPeople;

    /// <returns>Null when the subscriber is not concerned.</returns>
    public async Task<CitizenEvent?> ComposeAsync(ChangeView change, CancellationToken cancellationToken)
    {
        var people = await reader.DescribeAsync(change.Touched, subscription.Filter, subscription.WithValues, cancellationToken);
        EventKind? kind = Enum.Parse<EventKind>(change.Kind.ToString());
        if (Follows)
        {
            var held = await HeldAsync(change.Touched, cancellationToken);
            kind = Kind(kind.Value, people, held);

            // Whom the subscriber never held and may not hold now is nobody to it.
            people = [.. people.Where(person => person.Presence == PersonPresence.Active || held.Contains(person.Id))];
        }

        return kind is { } told && subscription.Filter.Wants(told) ? Event(change, told, people) : null;
    }

    /// <summary>The present state of one person, told again because somebody asked.</summary>
    /// <returns>Null for an id the subscriber is not concerned with.</returns>
    public async Task<CitizenEvent?> RefreshAsync(GoldenId id, CancellationToken cancellationToken)
    {
        if (!await reader.KnewAsync(id, cancellationToken)
            || await reader.DescribeAsync([id], subscription.Filter, subscription.WithValues, cancellationToken) is not [var person])
        {
            return null;
        }

        return new CitizenEvent
        {
            Id = $"refresh-{id}-{person.Version}", Kind = EventKind.Refreshed, Sequence = 0, At = clock.GetUtcNow(), Golden = id, Version = person.Version,
            Changed = [], Reason = "refresh", People = [person],
        };
    }

    /// <summary>Remembers whom the subscriber holds now.</summary>
    public async Task ToldAsync(CitizenEvent told, CancellationToken cancellationToken)
    {
        if (!Follows)
        {
            return;
        }

        var known = (await operations.FindToldAsync(subscription.Name, [.. told.People.Select(person => person.Id)], cancellationToken)).ToDictionary(row => row.Golden);
        foreach (var person in told.People)
        {
            var inside = person.Presence == PersonPresence.Active;
            var row = known.GetValueOrDefault(person.Id);
            if (row is null ? inside : row.Inside != inside || row.Version != person.Version)
            {
                var kept = row ?? new ToldCitizen(subscription.Name, person.Id, 0, inside, null, "", default);
                await operations.SaveToldAsync(kept with { Version = person.Version, Inside = inside, At = clock.GetUtcNow() }, cancellationToken);
            }
        }
    }

    private async Task<HashSet<GoldenId>> HeldAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) =>
        [.. (await operations.FindToldAsync(subscription.Name, ids, cancellationToken)).Where(row => row.Inside).Select(row => row.Golden)];

    private static EventKind? Kind(EventKind kind, IReadOnlyList<PersonState> people, HashSet<GoldenId> held)
    {
        var holds = people.Any(person => person.Presence == PersonPresence.Active);
        return (held.Count > 0, holds) switch
        {
            (false, false) => null,
            (false, true) => kind == EventKind.Created ? kind : EventKind.Entered,
            (true, false) when people.Any(person => person.Presence == PersonPresence.Outside) => EventKind.Left,
            _ => kind,
        };
    }

    private static CitizenEvent Event(ChangeView change, EventKind kind, IReadOnlyList<PersonState> people) => new()
    {
        Id = change.Cursor,
        Kind = kind,
        Sequence = change.Sequence,
        At = change.At,
        Golden = change.Golden,
        Version = change.Version,
        Changed = kind == EventKind.Left ? [] : change.Attributes,
        Reason = kind is EventKind.Entered or EventKind.Left ? "filter" : change.Reason,
        People = people,
    };
}
