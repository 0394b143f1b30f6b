using IntegrationHub.Host.Cli;
using IntegrationHub.Mdm.Registry.Reevaluating;

namespace IntegrationHub.Host.Models;

/// <summary>A shadow run's report as figures, one a line, and the first ids of each kind.</summary>
public static class ShadowWords
{
    private const int Shown = 20;

    public static void Write(Terminal terminal, ShadowReport report, long queueNow)
    {
        terminal.Result($"model {report.Model}");
        terminal.Result($"records {report.Parts}");
        terminal.Result($"golden records {report.GoldensBefore} to {report.GoldensAfter}");
        terminal.Result($"merges {report.Merges.Count}");
        terminal.Result($"splits {report.Splits.Count}");
        terminal.Result($"to review {queueNow} to {report.Queue}");
        foreach (var merge in report.Merges.Take(Shown))
        {
            terminal.Result($"merge {string.Join(' ', merge)}");
        }

        foreach (var split in report.Splits.Take(Shown))
        {
            terminal.Result($"split {split}");
        }
    }
}
