namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>What surrounds a document.</summary>
public sealed record CompileOptions
{
    /// <summary>Reads a lookup table's file, named relative to the document; null when there is no such file.</summary>
    public Func<string, string?> ReadFile { get; init; } = static _ => null;

    /// <summary>Columns the source is known to give, where the document itself declares none.</summary>
    public IReadOnlyCollection<string>? Columns { get; init; }
}
