namespace IntegrationHub.Connectors.Abstractions;

/// <summary>An enricher's answer.</summary>
public abstract record Enrichment
{
    private Enrichment() { }

    /// <summary>Stored and mapped like any other source record of this connection.</summary>
    public sealed record Answered(SourceRecord Record) : Enrichment;

    /// <summary>The system knows nothing about it; an earlier answer no longer holds.</summary>
    public sealed record Nothing : Enrichment;

    public sealed record Failed(Failure Failure) : Enrichment;
}
