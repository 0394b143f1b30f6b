using System.Data.Common;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Snapshots;

namespace IntegrationHub.Connectors.Sql.Reading;

/// <summary>All keys of the view against those of the run before: what is missing is gone. Keys stand in memory as 16 bytes each.</summary>
internal sealed class SqlComparison
{
    private readonly ConnectionContext context;
    private readonly KeyFile files;
    private readonly HashSet<UInt128> current = [];
    private readonly List<string> keys = [];
    private readonly long previous;
    private bool braked;

    private SqlComparison(ConnectionContext context, long run, long previous) => (this.context, Run, this.previous, files) = (context, run, previous, new KeyFile(context.StateFolder));

    public long Run { get; }

    public static async ValueTask<SqlComparison> ReadAsync(
        DbConnection connection, string allKeys, SqlSettings settings, ConnectionContext context, SqlCheckpoint at, CancellationToken cancellationToken)
    {
        var comparison = new SqlComparison(context, at.Run, at.Keys);
        if (at.Keys > 0 && !comparison.files.Exists(at.Keys))
        {
            Log.KeysGone(context.Log, context.Connection, at.Keys);
        }

        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (allKeys, settings.TimeoutSeconds);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        using var writer = comparison.files.Write(at.Run);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (SqlRow.KeyOf(reader, settings.Key.Count) is { } key)
            {
                comparison.current.Add(Hash(key));
                writer.Add(key);
            }
        }

        writer.Complete();
        return comparison;
    }

    /// <summary>The failure that holds the run when too much would go; asked before the first deletion only.</summary>
    public Failure? Brake(SqlCheckpoint at)
    {
        if (braked || at.Gone > 0 || context.BrakeReleased)
        {
            return null;
        }

        braked = true;
        long total = 0;
        long missing = 0;
        foreach (var key in files.Read(previous))
        {
            total++;
            missing += current.Contains(Hash(key)) ? 0 : 1;
        }

        return context.Brake.Holds(missing, total)
            ? new Failure(FailureKind.Held, "brake.deletions", $"{missing} of {total} records are no longer in the view; the brake holds above {context.Brake}. Approve the run if they are truly gone; else look at the view.")
            : null;
    }

    /// <summary>The next keys that are gone.</summary>
    /// <returns>The keys; how many earlier keys were looked at in all; and whether that was the last.</returns>
    public (IReadOnlyList<string> Gone, long Looked, bool Ended) Next(long from, int limit)
    {
        keys.Clear();
        var looked = from;
        foreach (var key in files.Read(previous).Skip((int)from))
        {
            looked++;
            if (!current.Contains(Hash(key)))
            {
                keys.Add(key);
            }

            if (keys.Count == limit)
            {
                return ([.. keys], looked, false);
            }
        }

        return ([.. keys], looked, true);
    }

    private static UInt128 Hash(string key) => RowKey.Hash(System.Text.Encoding.UTF8.GetBytes(key));
}
