using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mappings.Engine.Outgoing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Enriching;

/// <summary>Whom a connection asks, about what, and in which words.</summary>
public sealed record Inquiry
{
    /// <summary>Opened by <c>Connector.OpenEnricher</c>, which removes the fields the connection forbids from every answer.</summary>
    public required IEnricher Enricher { get; init; }

    /// <summary>The door to people, cut to what the connection declares it asks about.</summary>
    public required ContractReader Reader { get; init; }

    /// <summary>Puts a person in the answering system's words.</summary>
    public required OutgoingMapping Question { get; init; }

    public required IRegistryReader Registry { get; init; }

    /// <summary>Answers as last given.</summary>
    public required IRegistryStore Store { get; init; }

    /// <summary>The registry's key: questions are remembered as keyed hashes.</summary>
    public required ReadOnlyMemory<byte> Secret { get; init; }

    public required TimeProvider Clock { get; init; }
}
