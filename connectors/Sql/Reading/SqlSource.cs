using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Snapshots;
using IntegrationHub.Connectors.Sql.Dialects;

namespace IntegrationHub.Connectors.Sql.Reading;

/// <summary>Reads a view page by page, each in a query of its own after the last row: no connection or transaction is held between pages.</summary>
internal sealed class SqlSource(SqlSettings settings, SqlDialect dialect, ConnectionContext context) : ISource
{
    private readonly SqlRunNumbers runs = new(context.StateFolder);
    private SqlPages? pages;

    public async IAsyncEnumerable<SourceRead> ReadAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (SqlCheckpoint.Read(after) is not { } at)
        {
            yield return new SourceRead.Failed(new Failure(FailureKind.Denied, "sql.checkpoint", "The stored checkpoint is not one of a SQL source: reset the connection to read its view from the beginning."));
            yield break;
        }

        if (after is not null && at.Phase == SqlPhase.Done)
        {
            at = Begin(at);
        }
        else if (at.Phase == SqlPhase.Done)
        {
            at = new SqlCheckpoint { Run = runs.Next(0), Keys = new KeyFile(context.StateFolder).LatestBefore(long.MaxValue) };
        }

        var given = at.Rows > 0;
        while (at.Phase != SqlPhase.Done)
        {
            var read = await NextAsync(at, cancellationToken);
            if (read is SourceRead.Page(var page))
            {
                at = SqlCheckpoint.Read(page.Checkpoint)!;
                if (page.Records.Count + page.Rejected.Count == 0 && !(given && at.Phase == SqlPhase.Done))
                {
                    continue; // nothing new: a run that changes nothing leaves no trace
                }

                given = true;
            }

            yield return read;
            if (read is SourceRead.Failed)
            {
                yield break;
            }
        }
    }

    public ValueTask CommittedAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        if (SqlCheckpoint.Read(checkpoint) is { Phase: SqlPhase.Done } at)
        {
            try
            {
                runs.Keep(at.Run);
                SeenRows.DropBefore(context.StateFolder, at.Run);
                new KeyFile(context.StateFolder).DropBefore(at.Keys);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                Log.NotKept(context.Log, context.Connection, at.Run, error.GetType().Name);
            }
        }

        return ValueTask.CompletedTask;
    }

    private SqlCheckpoint Begin(SqlCheckpoint last) => new()
    {
        Run = runs.Next(last.Run),
        From = settings.Cursor is null ? null : last.High?.Before(settings),
        High = settings.Cursor is null ? null : last.High,
        Keys = last.Keys,
        Seen = last.Run,
    };

    private async ValueTask<SourceRead> NextAsync(SqlCheckpoint at, CancellationToken cancellationToken)
    {
        try
        {
            pages ??= new SqlPages(settings, dialect, context);
            return at.Phase == SqlPhase.Gone ? await pages.GoneAsync(at, cancellationToken) : await pages.RowsAsync(at, cancellationToken);
        }
        catch (SqlRefusedException refused)
        {
            return new SourceRead.Failed(refused.Failure);
        }
        catch (DbException error) when (!cancellationToken.IsCancellationRequested)
        {
            var failure = dialect.Classify(error);
            Log.Failed(context.Log, context.Connection, failure.Code, error.SqlState ?? error.ErrorCode.ToString(CultureInfo.InvariantCulture));
            return new SourceRead.Failed(failure);
        }
        catch (Exception error) when (error is TimeoutException or IOException or System.Net.Sockets.SocketException or InvalidOperationException && !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(context.Log, context.Connection, "sql.connection", error.GetType().Name);
            return new SourceRead.Failed(new Failure(FailureKind.Passing, "sql.connection", $"The connection to the database was cut ({error.GetType().Name}): the next run goes on."));
        }
    }
}
