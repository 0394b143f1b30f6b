namespace IntegrationHub.Mappings.Engine.Documents;

/// <summary>Something wrong in a mapping document: where, in which attribute, what, and the nearest word that would do.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Attribute">Path in the document: <c>citizen.birthDate</c>; null for the document as a whole.</param>
public sealed record MappingError(string File, int Line, string? Attribute, string Message, string? Nearest = null)
{
    public override string ToString() =>
        $"{File}:{Line}: {(Attribute is null ? "" : Attribute + ": ")}{Message}{(Nearest is null ? "" : $"; did you mean \"{Nearest}\"?")}";
}
