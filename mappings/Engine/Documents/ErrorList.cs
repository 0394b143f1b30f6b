namespace IntegrationHub.Mappings.Engine.Documents;

/// <summary>Collects every error of a document, so that an architect sees all of them at once.</summary>
internal sealed class ErrorList(string file)
{
    private readonly List<MappingError> errors = [];

    public IReadOnlyList<MappingError> Errors => errors;

    public void Add(int line, string? attribute, string message, string? nearest = null) =>
        errors.Add(new MappingError(file, line, attribute, message, nearest));

    /// <summary>A word that is none of those known; names the nearest one, or all where none is near and they are few.</summary>
    public void Unknown(int line, string? attribute, string kind, string word, IReadOnlyCollection<string> known)
    {
        var nearest = NearestName.Of(word, known);
        var choice = nearest is null && known.Count is > 0 and <= 12 ? $" (known: {string.Join(", ", known)})" : "";
        Add(line, attribute, $"unknown {kind} \"{word}\"{choice}", nearest);
    }
}
