using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Echo;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>What one run reads and how: a connection's source, its mapping and its brake.</summary>
public sealed record Intake
{
    /// <summary>Name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Opened by <c>Connector.OpenSource</c>, which removes the fields the connection forbids from every body before anybody else sees it.</summary>
    public required ISource Source { get; init; }

    public required RecordMapping Map { get; init; }

    public Brake Brake { get; init; } = Brake.Default;

    /// <summary>Takes out what comes back because the hub wrote it; null where the hub writes nothing into this system.</summary>
    public EchoFilter? Echo { get; init; }

    /// <summary>An architect approved what the brake held: this run may go on.</summary>
    public bool Approved { get; init; }

    /// <summary>How long a body that could not be parsed is kept: its forbidden fields are still inside.</summary>
    public TimeSpan RejectedKept { get; init; } = TimeSpan.FromDays(30);
}
