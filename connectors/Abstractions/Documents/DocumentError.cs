namespace IntegrationHub.Connectors.Abstractions.Documents;

/// <summary>Something wrong in a document.</summary>
/// <param name="Path">Path in the document: <c>settings.delimiter</c>.</param>
/// <param name="Code">Stable code: <c>setting.unknown</c>.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
/// <param name="Nearest">The nearest valid word, where one is near.</param>
public sealed record DocumentError(DocumentPosition At, string Path, string Code, string Message, string? Nearest = null)
{
    public override string ToString() => Nearest is null ? $"{At}: {Path}: {Message}" : $"{At}: {Path}: {Message} Did you mean \"{Nearest}\"?";
}
