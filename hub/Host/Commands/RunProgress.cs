using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Texts;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Commands;

/// <summary>Runs a connection with its progress on screen, and tells how it ended.</summary>
public static class RunProgress
{
    public static Task<RunEnd> FollowAsync(HubNode node, ConfiguredConnection connection, bool approved, Terminal terminal, CancellationToken cancellationToken) =>
        terminal.FollowAsync(
            terminal.Words["run.following", connection.Name],
            progress => node.RunAsync(connection, approved, run => progress.Report(run.Progress ?? 0), cancellationToken));

    /// <returns>The exit code.</returns>
    public static int Tell(RunEnd end, Terminal terminal)
    {
        var row = end.Row;
        terminal.Result($"state {row.State.ToString().ToLowerInvariant()}");
        switch (row.State)
        {
            case RunState.Succeeded when row is { Read: 0, Deleted: 0 }:
                terminal.Say("run.nothing-new");
                break;
            case RunState.Partial:
                terminal.Say("run.partial", row.Quarantined);
                break;
            case RunState.Held or RunState.Failed:
                terminal.SayText($"{row.FailureCode}: {(end.Failure is { } failure ? FailureWords.Of(terminal.Words, failure) : FailureWords.Of(terminal.Words, row.FailureCode, row.FailureDetail))}");
                if (row.State == RunState.Held)
                {
                    terminal.Say("run.held", row.Connection);
                }

                break;
        }

        return ImportCommand.CodeOf(row.State);
    }
}
