namespace IntegrationHub.Connectors.Abstractions.Documents;

/// <summary>A configuration document as a tree with positions, whatever syntax it was written in.</summary>
public abstract record DocumentNode(DocumentPosition At)
{
    /// <param name="Text">As written, without quotes; null for an empty value.</param>
    public sealed record Scalar(string? Text, DocumentPosition At) : DocumentNode(At);

    public sealed record List(IReadOnlyList<DocumentNode> Items, DocumentPosition At) : DocumentNode(At);

    /// <param name="Entries">In document order; a name stands once.</param>
    public sealed record Map(IReadOnlyList<DocumentEntry> Entries, DocumentPosition At) : DocumentNode(At)
    {
        public DocumentNode? this[string name] => Entries.FirstOrDefault(entry => entry.Name == name)?.Value;
    }
}
