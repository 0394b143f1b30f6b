using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Subscriptions;

/// <summary>Which people and changes a subscriber wants, as an architect writes it.</summary>
public sealed record FilterDocument
{
    [Setting("Seulement les habitants de ces communes (codes INSEE)", "Only people with an address in these communes (INSEE codes)")]
    public IReadOnlyList<string> Communes { get; init; } = [];

    [Setting("Seulement les personnes que ces sources connaissent", "Only people these sources know")]
    public IReadOnlyList<string> Sources { get; init; } = [];

    [Setting("Seulement ces sortes de changement ; un effacement est toujours annoncé", "Only these kinds of change; an erasure is always told")]
    public IReadOnlyList<EventKind> Kinds { get; init; } = [];

    internal SubscriptionFilter Open() => new()
    {
        Communes = Communes.Count == 0 ? Scope.All : Scope.Of(Communes),
        Sources = Sources.Count == 0 ? Scope.All : Scope.Of(Sources),
        Kinds = Kinds.ToHashSet(),
    };
}
