using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Sql;

/// <summary>The settings cannot be used; inside this project only.</summary>
internal sealed class SqlRefusedException(string code, string detail) : Exception(detail)
{
    public Failure Failure { get; } = new(FailureKind.Denied, code, detail);
}
