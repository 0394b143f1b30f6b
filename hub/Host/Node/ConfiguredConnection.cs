using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Mappings.Engine;

namespace IntegrationHub.Host.Node;

/// <summary>A connection ready to run: its document, its connector with bound settings, and its mapping, compiled and as written.</summary>
public sealed record ConfiguredConnection(ConnectionDocument Document, Connector Connector, object Settings, CompiledMapping Mapping, string MappingText)
{
    public string Name => Document.Name;

    /// <summary>It can be run; a connection that is only called or written to cannot.</summary>
    public bool IsSource => Connector.Manifest.Contracts.HasFlag(Contract.Source);

    public ConnectionContext Context(string dataFolder, TimeProvider clock, ILogger log, bool approved = false) => new()
    {
        Connection = Name,
        StateFolder = Path.Combine(dataFolder, "state", Name),
        Time = clock,
        TimeZone = Document.TimeZone,
        Forbidden = ForbiddenFields.Of(Document.Forbid),
        Brake = Document.Brake,
        BrakeReleased = approved,
        ReadBy = MappingText,
        Log = log,
    };

    public Intake Intake(ConnectionContext context) => new()
    {
        Connection = Name,
        Source = Connector.OpenSource(Settings, context),
        Map = Mapping.Map,
        Brake = Document.Brake,
        Approved = context.BrakeReleased,
    };
}
