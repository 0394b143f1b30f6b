using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Files.Reading;

/// <summary>The file as a whole cannot be read; inside this project only, outside it is a <see cref="SourceRead.Failed"/>.</summary>
/// <param name="kind"><see cref="FailureKind.Refused"/> parks the file; <see cref="FailureKind.Denied"/> leaves it, because the connection is at fault.</param>
internal sealed class FileRefusedException(string code, string detail, FailureKind kind = FailureKind.Refused) : Exception(detail)
{
    public Failure Failure { get; } = new(kind, code, detail);
}
