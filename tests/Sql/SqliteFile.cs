using Microsoft.Data.Sqlite;

namespace IntegrationHub.Tests.Sql;

/// <summary>A SQLite database of its own for each test.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sqlite-").FullName;
    private SqliteConnection? holder;

    public SqliteFile(string script) => Execute(script);

    public string Folder => folder;

    public string Connection => $"Data Source={Path.Combine(folder, "town.db")}";

    public void Execute(string script)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    public string Beside(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, string.Concat(Enumerable.Repeat(text, 20)));
        return path;
    }

    public void Lock()
    {
        holder = Open();
        using var command = holder.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();
    }

    public void Unlock() => holder?.Dispose();

    public void Dispose()
    {
        holder?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(Connection + ";Pooling=false");
        connection.Open();
        return connection;
    }
}
