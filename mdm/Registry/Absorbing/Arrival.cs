using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Absorbing;

/// <summary>A mapped record with the body it came from (forbidden fields removed already; empty for a deletion).</summary>
public sealed record Arrival(MappedRecord Record, ReadOnlyMemory<byte> Body)
{
    /// <summary>What <see cref="CitizenRegistry.Prepare"/> made ahead of it.</summary>
    internal PreparedArrival? Prepared { get; init; }
}
