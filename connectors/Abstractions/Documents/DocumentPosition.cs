namespace IntegrationHub.Connectors.Abstractions.Documents;

/// <summary>Where something stands in a document; line and column from 1.</summary>
public readonly record struct DocumentPosition(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
