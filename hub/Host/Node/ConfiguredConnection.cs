using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Hub.Enriching;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Hub.Scheduling;
using IntegrationHub.Mappings.Engine;
using IntegrationHub.Mappings.Engine.Checking;
using IntegrationHub.Mappings.Engine.Outgoing;

namespace IntegrationHub.Host.Node;

/// <summary>A connection ready to run: its document, its connector with bound settings, and its mapping, compiled and as written.</summary>
public sealed record ConfiguredConnection(ConnectionDocument Document, Connector Connector, object Settings, CompiledMapping Mapping, string MappingText)
{
    public string Name => Document.Name;

    /// <summary>Its document as written.</summary>
    public required string Text { get; init; }

    public bool IsSource => Connector.Manifest.Contracts.HasFlag(Contract.Source);

    /// <summary>Why and about what the system is asked; null where it is not.</summary>
    public AskDocument? Asks { get; init; }

    /// <summary>A person in the words of a system that is asked.</summary>
    public OutgoingMapping? Question { get; init; }

    /// <summary>A person in the system's words, by the connection's own mapping; null where that maps inwards only.</summary>
    public OutgoingMapping? Outgoing { get; init; }

    /// <summary>The mapping's own examples.</summary>
    public IReadOnlyList<MappingExample> Examples { get; init; } = [];

    /// <summary>It can be run; a connection that is only called or written to cannot.</summary>
    public bool Runs => IsSource || Asks is not null;

    /// <summary>Document and mapping are to the letter those of another.</summary>
    public bool SameTexts(ConfiguredConnection other) => (Text, MappingText) == (other.Text, other.MappingText);

    /// <summary>What it is doing, by its schedule's state.</summary>
    public ConnectionState Doing(ScheduledConnection schedule) => Runs ? schedule.State : ConnectionState.Called;

    /// <summary>What its records say.</summary>
    public RecordMapping Map => Asks is null ? Mapping.Map : Answers.Map(Mapping.Map);

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
        Map = Map,
        Brake = Document.Brake,
        Approved = context.BrakeReleased,
    };
}
