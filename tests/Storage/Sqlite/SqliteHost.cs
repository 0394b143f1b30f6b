using IntegrationHub.Tests.Storage.Kit;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Tests.Storage.Sqlite;

/// <summary>SQLite files in a directory of the test's own.</summary>
internal sealed class SqliteHost : StorageHost
{
    private static readonly Lazy<Task<(string File, byte[] Content)[]>> Template = new(TemplateAsync);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("hub-storage-");

    public override StorageSettings Settings => new() { Provider = StorageProvider.Sqlite, Directory = _directory.FullName };

    /// <summary>Files copied from a store that was migrated once.</summary>
    public static async Task<StorageHost> NewAsync()
    {
        var host = new SqliteHost();
        foreach (var (file, content) in await Template.Value)
        {
            await File.WriteAllBytesAsync(Path.Combine(host.Folder, file), content);
        }

        return host;
    }

    public string Folder => _directory.FullName;

    public override Task<IReadOnlyList<byte[]>> DumpAsync() =>
        Task.FromResult<IReadOnlyList<byte[]>>([.. _directory.GetFiles().Select(file => ReadShared(file.FullName))]);

    public override async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "registry.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public override ValueTask DisposeAsync()
    {
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<(string File, byte[] Content)[]> TemplateAsync()
    {
        await using var host = new SqliteHost();
        await using (await host.OpenAsync())
        {
            // Opening migrates.
        }

        return [.. host._directory.GetFiles().Select(file => (file.Name, File.ReadAllBytes(file.FullName)))];
    }

    // By copy: to open and close a database file beside SQLite would drop its locks in this process.
    private static byte[] ReadShared(string file)
    {
        var copy = file + ".copy";
        using (var copying = System.Diagnostics.Process.Start("cp", [file, copy]))
        {
            copying.WaitForExit();
        }

        var bytes = File.ReadAllBytes(copy);
        File.Delete(copy);
        return bytes;
    }
}
