using System.Data.Common;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Sql.Dialects;
using IntegrationHub.Connectors.Sql.Reading;

namespace IntegrationHub.Connectors.Sql;

/// <summary>Checks in depths; each opens a connection of its own.</summary>
internal sealed class SqlChecks(SqlSettings settings, SqlDialect dialect)
{
    public async ValueTask<Failure?> CheckAsync(CheckDepth depth, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = dialect.Connect();
            await connection.OpenAsync(cancellationToken);
            return depth switch
            {
                CheckDepth.ReadOne => await ReadOneAsync(connection, cancellationToken),
                CheckDepth.Permissions => await PermissionsAsync(connection, cancellationToken),
                _ => null,
            };
        }
        catch (SqlRefusedException refused)
        {
            return refused.Failure;
        }
        catch (DbException error)
        {
            var failure = dialect.Classify(error);
            return depth == CheckDepth.Reach && failure.Kind == FailureKind.Denied ? null : failure; // it answers, if only to refuse
        }
        catch (Exception error) when (error is TimeoutException or IOException or System.Net.Sockets.SocketException)
        {
            return new Failure(FailureKind.Passing, "sql.connection", $"The database cannot be reached ({error.GetType().Name}): check host, port and network.");
        }
    }

    /// <exception cref="DbException">The database refuses.</exception>
    /// <exception cref="SqlRefusedException">The settings cannot be used.</exception>
    public static async ValueTask<IReadOnlyList<string>> ColumnsAsync(SqlSettings settings, SqlDialect dialect, CancellationToken cancellationToken)
    {
        await using var connection = dialect.Connect();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {new SqlText(settings with { Key = ["any"] }, dialect).From} WHERE 1 = 0";
        command.CommandTimeout = settings.TimeoutSeconds;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    private async ValueTask<Failure?> ReadOneAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = new SqlText(settings, dialect).Rows(SqlPhase.Rows, from: false, after: false, rows: 1);
        command.CommandTimeout = settings.TimeoutSeconds;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new SqlRow(reader, settings, ForbiddenFields.Default);
        if (await reader.ReadAsync(cancellationToken))
        {
            _ = row.Body(reader);
        }

        return null;
    }

    private async ValueTask<Failure?> PermissionsAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (new SqlText(settings, dialect).View is not { } view || dialect.MayWrite(view) is not { } question)
        {
            return null;
        }

        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (question, settings.TimeoutSeconds);
        return await command.ExecuteScalarAsync(cancellationToken) is true
            ? new Failure(FailureKind.Denied, "sql.may-write", "The account may change the view's data: give the hub one that has SELECT only.")
            : null;
    }
}
