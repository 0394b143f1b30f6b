using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>Applies the readers' pragmas to every connection a context opens.</summary>
internal sealed class SqliteReaderPragmas : DbConnectionInterceptor
{
    public static SqliteReaderPragmas Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SqlitePragmas.Apply(connection, SqlitePragmas.Reader);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SqlitePragmas.Apply(connection, SqlitePragmas.Reader);
        return Task.CompletedTask;
    }
}
