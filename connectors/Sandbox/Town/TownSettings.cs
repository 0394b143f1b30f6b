namespace IntegrationHub.Connectors.Sandbox.Town;

/// <summary>Which town to generate. Equal settings give equal bytes on any machine.</summary>
public sealed record TownSettings
{
    public ulong Seed { get; init; } = 1;

    /// <summary>At least so many people; the last family is whole.</summary>
    public int? People { get; init; }

    /// <summary>Exactly so many rows in the flat file: one row for each person named in each record. Outranks <see cref="People"/>.</summary>
    public int? Records { get; init; }

    /// <summary>The systems that hold records; all by default.</summary>
    public IReadOnlyList<TownSystem> Systems { get; init; } = Enum.GetValues<TownSystem>();

    /// <summary>The day of the first snapshot.</summary>
    public DateOnly Today { get; init; } = new(2026, 1, 1);

    /// <summary>The same town one month later: moves, marriages, corrections, deletions, newcomers.</summary>
    public bool MonthLater { get; init; }
}
