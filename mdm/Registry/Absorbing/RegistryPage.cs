using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Absorbing;

/// <summary>One page of one run: everything that commits together with its checkpoint.</summary>
public sealed record RegistryPage
{
    /// <summary>The run this page belongs to; null for a page outside any run.</summary>
    public string? RunId { get; init; }

    public required string Connection { get; init; }

    /// <summary>The run's page, from 1.</summary>
    public int Number { get; init; } = 1;

    public IReadOnlyList<Arrival> Records { get; init; } = [];

    /// <summary>What could not be used; each row becomes an outcome after those of <see cref="Records"/>.</summary>
    public IReadOnlyList<QuarantineRow> Quarantine { get; init; } = [];

    /// <summary>Quarantine rows this page replays.</summary>
    public IReadOnlyList<Guid> Replayed { get; init; } = [];

    /// <summary>Where the connection stands after this page; null to leave it where it is.</summary>
    public CheckpointRow? Checkpoint { get; init; }
}
