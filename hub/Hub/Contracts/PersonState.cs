using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Contracts;

/// <summary>One id of an event as it stands at sending: a subscriber that keeps the newest version of each is right, whatever is lost, repeated or late.</summary>
public sealed record PersonState
{
    internal PersonState() { }

    public required GoldenId Id { get; init; }

    /// <summary>Grows with every change of this id, its retirement and its return included.</summary>
    public required long Version { get; init; }

    public required PersonPresence Presence { get; init; }

    /// <summary>The id that answers for a merged one, where the reader may know it.</summary>
    public GoldenId? Into { get; init; }

    /// <summary>The permitted values; null in a thin event and for anybody not active.</summary>
    public CitizenView? View { get; init; }
}
