using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Files.Reading;

/// <summary>The file as a whole cannot be read; inside this project only, outside it is a <see cref="SourceRead.Failed"/>.</summary>
internal sealed class FileRefusedException(string code, string detail) : Exception(detail)
{
    public Failure Failure { get; } = new(FailureKind.Refused, code, detail);
}
