namespace IntegrationHub.Connectors.Abstractions;

/// <summary>One step of reading a source: a page, or the failure that ends the read.</summary>
public abstract record SourceRead
{
    private SourceRead() { }

    public sealed record Page(SourcePage Value) : SourceRead;

    public sealed record Failed(Failure Failure) : SourceRead;
}
