using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Contracts;

/// <summary>A golden record as one reader may see it. Only <see cref="ContractView"/> makes one, and API, feed and webhooks serialise nothing else.</summary>
public sealed record CitizenView
{
    internal CitizenView() { }

    public required GoldenId Id { get; init; }

    public required long Version { get; init; }

    public required GoldenState State { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Permitted attributes, with the values that survive among the permitted sources.</summary>
    public required Citizen Citizen { get; init; }

    /// <summary>Why each permitted value: permitted sources only.</summary>
    public required IReadOnlyList<Provenance> Provenance { get; init; }

    /// <summary>The source parts behind it, of permitted sources only; no enricher's answers.</summary>
    public required IReadOnlyList<PartKey> Members { get; init; }
}
