namespace IntegrationHub.Tests.Storage.SqlServer;

/// <summary>A test that needs the server that <c>HUB_TEST_SQLSERVER</c> names (a connection string of an account that may create databases).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlServerFactAttribute : FactAttribute
{
    public const string Reason = "HUB_TEST_SQLSERVER is not set: it names the SQL Server to test against";

    public SqlServerFactAttribute() => Skip = Server is null ? Reason : null;

    public static string? Server { get; } = Environment.GetEnvironmentVariable("HUB_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;
}
