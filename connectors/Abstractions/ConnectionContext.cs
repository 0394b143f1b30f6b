using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Privacy;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Connectors.Abstractions;

/// <summary>What a connector gets to know of the connection it serves.</summary>
public sealed record ConnectionContext
{
    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>A folder of this connection's own, for what a source must remember beside its checkpoint; created on demand.</summary>
    public required string StateFolder { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The zone the system's local times are in.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    public ForbiddenFields Forbidden { get; init; } = ForbiddenFields.Default;

    public Brake Brake { get; init; } = Brake.Default;

    /// <summary>An architect approved what the brake held: this run may go on.</summary>
    public bool BrakeReleased { get; init; }

    /// <summary>Reads only to show: nothing is moved, acknowledged or remembered.</summary>
    public bool Preview { get; init; }

    /// <summary>What the records are read by (its mapping's text): something taken already is taken again when this differs. Null when only the content counts.</summary>
    public string? ReadBy { get; init; }

    /// <summary>Tells whoever tries a connection each request and how it ended, addresses in full; null in every run.</summary>
    public Action<string>? Trace { get; init; }

    /// <summary>For ids, positions and codes only.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;
}
