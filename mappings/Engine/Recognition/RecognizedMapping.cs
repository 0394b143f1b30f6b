namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>A mapping proposed for a file.</summary>
/// <param name="Document">The mapping document: to read, save, edit and compile.</param>
/// <param name="Columns">Every column, in the file's order.</param>
/// <param name="KeyColumn">The column that holds the record's key; null when there is none.</param>
public sealed record RecognizedMapping(string Document, IReadOnlyList<ColumnGuess> Columns, string? KeyColumn)
{
    /// <summary>Whether the document has anything to fill a record with.</summary>
    public bool HasSections => Document.Contains("\ncitizen:", StringComparison.Ordinal) || Document.Contains("\norganisation:", StringComparison.Ordinal);

    /// <summary>False when no column holds a name: nothing says who the records are about, and the document needs a hand.</summary>
    public bool NamesPeople => Recognition.Columns.NamesOf(Columns);
}
