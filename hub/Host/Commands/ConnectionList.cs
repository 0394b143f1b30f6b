using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Commands;

/// <summary><c>connections list</c>: every connection, what the hub does with it, when, and how its last run ended.</summary>
internal static class ConnectionList
{
    public static async Task<int> WriteAsync(ConfigurationStore configuration, IOperationsStore operations, Terminal terminal, CancellationToken cancellationToken)
    {
        var words = terminal.Words;
        var rows = new List<string[]>();
        foreach (var connection in await configuration.ReadAsync(cancellationToken))
        {
            var last = await operations.ListRunsAsync(connection.Name, 0, 1, cancellationToken);
            var schedule = connection.Runs ? connection.Document.Schedule.Sentence(words.Culture) : words["connections.list.called"];
            rows.Add([connection.Name, connection.Connector.Manifest.Name, Does(connection, words), schedule, last is [var run] ? $"{words[$"run.state.{run.State}"]} {run.StartedAt.ToLocalTime().ToString("g", words.Culture)}" : ""]);
        }

        if (rows.Count == 0)
        {
            terminal.Say("connections.list.none");
            return ExitCode.Ok;
        }

        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            terminal.Result(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        return ExitCode.Ok;
    }

    private static string Does(ConfiguredConnection connection, Words words) => string.Join(", ", Enum.GetValues<Contract>()
        .Where(one => one != Contract.None && connection.Connector.Manifest.Contracts.HasFlag(one)).Select(one => words[$"contract.{one}"]));
}
