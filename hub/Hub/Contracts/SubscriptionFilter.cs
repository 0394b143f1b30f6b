using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Contracts;

/// <summary>Which of the people and changes its contract covers a subscriber wants to hear of.</summary>
public sealed record SubscriptionFilter
{
    public static SubscriptionFilter None { get; } = new();

    /// <summary>INSEE codes: only people with an address there.</summary>
    public Scope Communes { get; init; } = Scope.All;

    /// <summary>Connections: only people one of them knows.</summary>
    public Scope Sources { get; init; } = Scope.All;

    /// <summary>Kinds of change; those that take a person away are always told, for a recipient must learn of erasure and restriction (RGPD article 19).</summary>
    public IReadOnlySet<EventKind> Kinds { get; init; } = new HashSet<EventKind>();

    /// <summary>True when some people are left out, so that entering and leaving must be told.</summary>
    public bool OfPeople => !Communes.IsAll || !Sources.IsAll;

    public bool Wants(EventKind kind) =>
        Kinds.Count == 0 || Kinds.Contains(kind) || kind is EventKind.Restricted or EventKind.Released or EventKind.Erased or EventKind.Entered or EventKind.Left or EventKind.Refreshed;

    /// <param name="citizen">The values that survive among the permitted sources, before attributes are cut.</param>
    /// <param name="members">Its parts of permitted sources.</param>
    internal bool Covers(Citizen citizen, IReadOnlyList<PartKey> members) =>
        (Sources.IsAll || members.Any(part => Sources.Allows(part.Record.Connection)))
        && (Communes.IsAll || citizen.Addresses.Any(address => address.CommuneCode is { } code && Communes.Allows(code)));
}
