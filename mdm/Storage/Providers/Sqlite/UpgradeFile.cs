using Microsoft.Data.Sqlite;

namespace IntegrationHub.Mdm.Storage.Providers.Sqlite;

/// <summary>
/// One upgrade of a directory at a time, by a file that the operating system lets go when its process ends. EF Core's own lock is a row: a process
/// killed while it upgrades leaves it behind, and every later one would wait for it for ever.
/// </summary>
internal static class UpgradeFile
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until no other process upgrades.</summary>
    public static async Task<IAsyncDisposable> HoldAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Again, cancellationToken);
            }
        }
    }

    /// <summary>Removes the row that a killed process left; whoever calls holds the file.</summary>
    public static void ForgetKilled(string database)
    {
        using var connection = new SqliteConnection(SqliteEngine.ConnectionString(database, pooling: false));
        connection.Open();
        using var command = connection.CreateCommand();
        if (Count(command, "sqlite_master WHERE name = '__EFMigrationsLock'") > 0 && Count(command, "__EFMigrationsLock") > 0)
        {
            command.CommandText = "DELETE FROM __EFMigrationsLock";
            command.ExecuteNonQuery();
        }
    }

    private static long Count(SqliteCommand command, string from)
    {
        command.CommandText = $"SELECT count(*) FROM {from}";
        return (long)command.ExecuteScalar()!;
    }
}
