using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Sql;

/// <summary>The database systems a view is read from.</summary>
public enum SqlProvider
{
    [JsonStringEnumMemberName("postgresql")]
    PostgreSql,

    [JsonStringEnumMemberName("sqlserver")]
    SqlServer,

    Sqlite,
}
