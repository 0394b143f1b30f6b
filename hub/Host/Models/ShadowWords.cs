using IntegrationHub.Host.Cli;
using IntegrationHub.Mdm.Registry.Reevaluating;

namespace IntegrationHub.Host.Models;

/// <summary>A shadow run's report as figures, one a line, and the first ids of each kind.</summary>
public static class ShadowWords
{
    /// <param name="terminal">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="queueNow">Cases that wait today.</param>
    /// <param name="shown">So many merges and so many splits are named.</param>
    public static void Write(Terminal terminal, ShadowReport report, long queueNow, int shown)
    {
        shown = Math.Max(0, shown);
        terminal.Result($"model {report.Model}");
        terminal.Result($"records {report.Parts}");
        terminal.Result($"golden records {report.GoldensBefore} to {report.GoldensAfter}");
        terminal.Result($"merges {report.Merges.Count}");
        terminal.Result($"splits {report.Splits.Count}");
        terminal.Result($"to review {queueNow} to {report.Queue}");
        foreach (var merge in report.Merges.Take(shown))
        {
            terminal.Result($"merge {string.Join(' ', merge)}");
        }

        foreach (var split in report.Splits.Take(shown))
        {
            terminal.Result($"split {split}");
        }

        if (Math.Max(0, report.Merges.Count - shown) + Math.Max(0, report.Splits.Count - shown) is > 0 and var more)
        {
            terminal.Say("models.shadow-more", more);
        }
    }
}
