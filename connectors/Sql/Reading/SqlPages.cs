using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sql.Dialects;

namespace IntegrationHub.Connectors.Sql.Reading;

/// <summary>Makes the pages of a run.</summary>
internal sealed class SqlPages(SqlSettings settings, SqlDialect dialect, ConnectionContext context)
{
    private readonly SqlText text = new(settings, dialect);
    private SqlComparison? comparison;
    private SeenRows? seen;

    /// <summary>A page of rows.</summary>
    public async ValueTask<SourceRead> RowsAsync(SqlCheckpoint at, CancellationToken cancellationToken)
    {
        await using var connection = dialect.Connect();
        await connection.OpenAsync(cancellationToken);
        seen = seen?.Run == at.Run ? seen : new SeenRows(context, at);
        var page = new SqlPage(seen, at);
        if (at is { Last: null, Seen: 0, Phase: SqlPhase.Rows })
        {
            await RejectKeylessAsync(connection, page.Rejected, cancellationToken);
        }

        await using var command = Command(connection, at);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new SqlRow(reader, settings, context.Forbidden);
        var count = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            count++;
            var cursor = row.Cursor(reader);
            IReadOnlyList<SqlPoint> place = at.Phase == SqlPhase.Rows && cursor is not null ? [cursor, .. row.Keys(reader)] : row.Keys(reader);
            var twice = page.Last?.SequenceEqual(place) == true;
            if (count > settings.PageSize && !twice)
            {
                break; // read only to tell whether its key stands twice
            }

            var key = row.Key(reader);
            if (twice || key is null)
            {
                page.Reject(twice ? "row.key-twice" : "row.key-missing", row.Body(reader));
            }
            else
            {
                page.Give(key, cursor, row.Deleted(reader), row.Body(reader));
            }

            page.Reach(place, cursor);
        }

        return new SourceRead.Page(page.End(next => Next(next, more: count > settings.PageSize)));
    }

    /// <summary>A page of what is no longer there.</summary>
    public async ValueTask<SourceRead> GoneAsync(SqlCheckpoint at, CancellationToken cancellationToken)
    {
        if (comparison?.Run != at.Run)
        {
            await using var connection = dialect.Connect();
            await connection.OpenAsync(cancellationToken);
            comparison = await SqlComparison.ReadAsync(connection, text.AllKeys(), settings, context, at, cancellationToken);
        }

        if (comparison.Brake(at) is { } held)
        {
            return new SourceRead.Failed(held);
        }

        var (gone, looked, ended) = comparison.Next(at.Gone, settings.PageSize);
        var records = gone.Select(key => new SourceRecord { Key = key, Version = new RecordVersion(at.Run, "gone"), Deleted = true }).ToList();
        var next = ended ? at with { Phase = SqlPhase.Done, Gone = 0, Last = null, Keys = at.Run } : at with { Gone = looked };
        return new SourceRead.Page(new SourcePage(records, [], next.Write()));
    }

    private SqlCheckpoint Next(SqlCheckpoint at, bool more)
    {
        if (more)
        {
            return at;
        }

        var after = at.Phase == SqlPhase.Rows && settings.Cursor is not null ? SqlPhase.Undated : settings.Deletions == SqlDeletions.Compare && !context.Preview ? SqlPhase.Gone : SqlPhase.Done;
        return at with { Phase = after, Last = null };
    }

    private DbCommand Command(DbConnection connection, SqlCheckpoint at)
    {
        var command = connection.CreateCommand();
        command.CommandTimeout = settings.TimeoutSeconds;
        command.CommandText = text.Rows(at.Phase, at.From is not null && at.Last is null, at.Last is not null, settings.PageSize + 1);
        if (at.Last is { } last)
        {
            for (var place = 0; place < last.Count; place++)
            {
                Add(command, string.Create(CultureInfo.InvariantCulture, $"@p{place}"), last[place]);
            }
        }
        else if (at is { From: { } from, Phase: SqlPhase.Rows })
        {
            Add(command, "@from", from);
        }

        return command;
    }

    private async ValueTask RejectKeylessAsync(DbConnection connection, List<RejectedRecord> rejected, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = settings.TimeoutSeconds;
        command.CommandText = text.WithoutKey();
        var count = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        if (count > 0)
        {
            rejected.Add(new RejectedRecord("view", "sql.key-null", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { rowsWithoutKey = count }))));
        }
    }

    private static void Add(DbCommand command, string name, SqlPoint point)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, point.Parameter());
        command.Parameters.Add(parameter);
    }
}
