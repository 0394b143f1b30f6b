using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A record that could not be used: kept, shown and replayable.</summary>
public sealed record QuarantineRow
{
    public required Guid Id { get; init; }

    public required string Connection { get; init; }

    /// <summary>The record's key where there is one.</summary>
    public string? Key { get; init; }

    /// <summary>The version the source gave it, so that a replay takes its right place among other versions; zero where there is none.</summary>
    public SourceVersion Version { get; init; }

    /// <summary>When the source last changed it, where it says so.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Where it stood: <c>people.csv:17</c>.</summary>
    public required string Position { get; init; }

    /// <summary>Stable code of what is wrong: <c>csv.quote-never-closed</c>, <c>mapping.no-citizen</c>.</summary>
    public required string Code { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>False when the body could not be parsed, so that its forbidden fields are still inside: it expires.</summary>
    public required bool Parsed { get; init; }

    public required string RunId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>From this instant the body must not be shown, and the next commit empties it; the row with its reason stays.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? ReplayedAt { get; init; }
}
