using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Town;

/// <summary>One record of one system, with the truth beside it.</summary>
public sealed record TownRecord
{
    public required TownSystem System { get; init; }

    /// <summary>Unique in the system; tells nothing.</summary>
    public required string Key { get; init; }

    /// <summary>Who is named, in the record's order; parents before children. Empty for organisations and anonymous letters.</summary>
    public required IReadOnlyList<Statement> People { get; init; }

    public TownOrganisation? Organisation { get; init; }

    public required DateTime ChangedAt { get; init; }

    /// <summary>Random bits for what no person depends on: file names, states, the way a phone is written.</summary>
    public required ulong Style { get; init; }
}
