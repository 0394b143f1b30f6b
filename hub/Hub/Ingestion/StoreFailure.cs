using System.Data.Common;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Hub.Ingestion;

/// <summary>Turns what a store throws into a failure an operator can act on. The store's own text is left out: it may quote values.</summary>
public static class StoreFailure
{
    // SQLite's own code is not in ADO.NET's contract; it leads the text, whatever the language.
    private const string SqliteFull = "SQLite Error 13:";
    private const int NoSpaceLeft = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public static Failure Judge(Exception error)
    {
        var causes = Causes(error).ToList();
        if (causes.Exists(IsFull))
        {
            return new Failure(FailureKind.Passing, "store.full", "the registry's disk is full: free space, then run again; what was committed stays, and the run goes on from there");
        }

        return causes.OfType<DbException>().FirstOrDefault() is { } database
            ? new Failure(
                FailureKind.Passing,
                "store.failed",
                $"the registry's database refused the page ({database.GetType().Name} {database.SqlState ?? $"{database.ErrorCode}"}): look at the database, then run again; what was committed stays")
            : new Failure(
                FailureKind.Passing,
                "run.broken",
                $"the run broke off ({error.GetType().Name}): look at the log, then run again; what was committed stays");
    }

    private static bool IsFull(Exception error) => error switch
    {
        DbException { SqlState: "53100" } => true,
        DbException { SqlState: null } database => database.Message.StartsWith(SqliteFull, StringComparison.Ordinal),
        IOException io => io.HResult is NoSpaceLeft or WindowsDiskFull,
        _ => false,
    };

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
