using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Linkage;

/// <summary>Tells which rows of a file could not be read.</summary>
public static class Rejections
{
    private const int Shown = 10;

    public static void Say(IReadOnlyList<RejectedRecord> rejected, Terminal terminal)
    {
        if (rejected.Count == 0)
        {
            return;
        }

        terminal.Say("file.rejected", rejected.Count);
        foreach (var row in rejected.Take(Shown))
        {
            terminal.SayText($"  {row.Position}  {RejectionWords.Of(terminal.Words, row.Code)}");
        }
    }
}
