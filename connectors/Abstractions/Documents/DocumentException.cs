namespace IntegrationHub.Connectors.Abstractions.Documents;

/// <summary>A document that cannot be used; its message lists every error, one a line.</summary>
public sealed class DocumentException(IReadOnlyList<DocumentError> errors) : FormatException(string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<DocumentError> Errors => errors;
}
