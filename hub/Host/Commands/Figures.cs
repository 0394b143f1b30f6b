using System.Globalization;
using IntegrationHub.Host.Cli;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Commands;

/// <summary>Result lines that scripts read: a name and a number, the same in every language.</summary>
public static class Figures
{
    public static void Write(Terminal terminal, string name, long value) =>
        terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{name} {value}"));

    public static void Write(Terminal terminal, RunRow run)
    {
        Write(terminal, "records in", run.Read);
        Write(terminal, "created", run.Created);
        Write(terminal, "updated", run.Updated);
        Write(terminal, "unchanged", run.Unchanged);
        Write(terminal, "deleted", run.Deleted);
        Write(terminal, "rejected", run.Quarantined);
    }

    public static void Write(Terminal terminal, RegistryCounts counts)
    {
        Write(terminal, "golden records", counts.Goldens);
        Write(terminal, "doubtful pairs", counts.OpenReviews);
        Write(terminal, "changes", counts.Changes);
    }
}
