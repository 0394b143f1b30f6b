namespace IntegrationHub.Mdm.Model;

/// <summary>The one trusted record of a person: surviving values, and for each the source, the date and the rule that chose it.</summary>
public sealed record GoldenRecord
{
    public required GoldenId Id { get; init; }

    /// <summary>1 for the first, one more at each change; a receiver that ignores older versions is always right.</summary>
    public required long Version { get; init; }

    public GoldenState State { get; init; }

    /// <summary>The id that took this one over, when <see cref="State"/> is Merged.</summary>
    public GoldenId? MergedInto { get; init; }

    public required Citizen Citizen { get; init; }

    /// <summary>One line per attribute group of <see cref="Citizen"/>, in the order of the survivorship policy.</summary>
    public IReadOnlyList<Provenance> Provenance { get; init; } = [];

    /// <summary>The live source parts behind it, in <see cref="PartKey"/> order.</summary>
    public IReadOnlyList<PartKey> Members { get; init; } = [];
}
