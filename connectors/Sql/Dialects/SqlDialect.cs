using System.Data.Common;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Sql.Dialects;

/// <summary>What the database systems do each in their own way.</summary>
internal abstract class SqlDialect(SqlSettings settings)
{
    private static readonly string[] PasswordWords = ["password", "pwd"];

    protected SqlSettings Settings => settings;

    public static SqlDialect Of(SqlSettings settings) => settings.Provider switch
    {
        SqlProvider.PostgreSql => new PostgreSqlDialect(settings),
        SqlProvider.SqlServer => new SqlServerDialect(settings),
        _ => new SqliteDialect(settings),
    };

    /// <summary>A name as the system quotes it.</summary>
    public abstract string Quote(string name);

    /// <summary>A query's first rows, in order.</summary>
    public abstract string Page(string select, string order, int rows);

    /// <summary>A query that tells whether the account may change the view; null where it cannot be told.</summary>
    public abstract string? MayWrite(string view);

    /// <summary>What an error of the driver means. Its own message is never repeated: it may hold values.</summary>
    public Failure Classify(DbException error) => error.InnerException is TimeoutException ? TimedOut() : Judge(error);

    /// <exception cref="SqlRefusedException">The settings cannot be used.</exception>
    public DbConnection Connect()
    {
        DbConnectionStringBuilder builder;
        try
        {
            builder = Builder(settings.Connection);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw new SqlRefusedException("sql.connection-string", "The connection string cannot be read: check the names in it.");
        }

        var plain = new DbConnectionStringBuilder { ConnectionString = settings.Connection };
        if (Array.Exists(PasswordWords, plain.ContainsKey))
        {
            throw new SqlRefusedException("sql.password-in-text", "The connection string holds a password: give it by reference under \"password\" (env:NAME, file:PATH or vault:NAME).");
        }

        if (settings.Password is not null)
        {
            builder["Password"] = settings.Password.TryReveal(out var password) ? password : throw new SqlRefusedException(settings.Password.Missing.Code, settings.Password.Missing.Detail);
        }

        return Open(builder.ConnectionString);
    }

    protected abstract DbConnectionStringBuilder Builder(string text);

    protected abstract DbConnection Open(string connectionString);

    protected abstract Failure Judge(DbException error);

    protected static Failure Away(string code) =>
        new(FailureKind.Passing, "sql.connection", $"The database cannot be reached, or cut the connection ({code}): the next run goes on; check host, port and network if it lasts.");

    protected static Failure Busy(string code) => new(FailureKind.Passing, "sql.busy", $"The database is busy ({code}): the next run goes on.");

    protected static Failure SignIn(string code) => new(FailureKind.Denied, "sql.sign-in", $"The database does not accept the account ({code}): check user, password and database name.");

    protected static Failure Missing(string code) => new(FailureKind.Denied, "sql.missing", $"The view, a column or the database is not there ({code}): compare the settings with the database.");

    protected static Failure Forbidden(string code) => new(FailureKind.Denied, "sql.permission", $"The account may not read the view ({code}): grant it SELECT, and nothing else.");

    protected static Failure Wrong(string code) => new(FailureKind.Denied, "sql.query", $"The database does not understand the query ({code}): try it there, and compare the types of key and cursor.");

    protected static Failure TimedOut() =>
        new(FailureKind.Passing, "sql.timeout", "The query took longer than the connection allows: the next run goes on; raise timeoutSeconds, or have the cursor column indexed.");
}
