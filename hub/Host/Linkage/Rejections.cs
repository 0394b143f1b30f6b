using IntegrationHub.Host.Cli;

namespace IntegrationHub.Host.Linkage;

/// <summary>Tells which rows of a file could not be read.</summary>
public static class Rejections
{
    private const int Shown = 10;

    public static void Say(FileRows rows, Terminal terminal)
    {
        if (rows.Rejected.Count == 0)
        {
            return;
        }

        terminal.Say("file.rejected", rows.Rejected.Count);
        foreach (var rejected in rows.Rejected.Take(Shown))
        {
            terminal.SayText($"  {rejected.Position}  {rejected.Code}");
        }
    }
}
