using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Mappings.Engine.Outgoing;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Commands;

/// <summary><c>connections check|preview|run</c>: tries a connection, shows what it would bring, runs it once.</summary>
public static class ConnectionsCommand
{
    private static readonly JsonSerializerOptions Shown = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        return new Command("connections", words["connections.about"])
        {
            Make("check", "connections.check", terminal, CheckAsync),
            Make("preview", "connections.preview", terminal, PreviewAsync),
            Make("run", "connections.run", terminal, RunAsync),
        };
    }

    private static Command Make(
        string name, string about, Terminal terminal, Func<HubNode, ConfiguredConnection, Terminal, CancellationToken, Task<int>> work)
    {
        var options = new NodeOptions(terminal.Words);
        var connection = new Argument<string>("NAME") { Description = terminal.Words["connections.name"] };
        var command = new Command(name, terminal.Words[about]) { connection };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var node = await HubNode.OpenAsync(options.Read(parsed), TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
            var asked = parsed.GetRequiredValue(connection);
            var found = await node.Configuration.FindAsync(asked, cancellationToken);
            if (found is null)
            {
                var names = (await node.Configuration.ReadAsync(cancellationToken)).Select(c => c.Name).ToList();
                throw new UsageException(terminal.Words["connections.unknown", asked, string.Join(", ", names)]);
            }

            return await work(node, found, terminal, cancellationToken);
        });
        return command;
    }

    private static async Task<int> CheckAsync(HubNode node, ConfiguredConnection connection, Terminal terminal, CancellationToken cancellationToken)
    {
        var passed = true;
        var context = connection.Context(node.Settings.Data, node.Clock, NullLogger.Instance);
        await foreach (var result in connection.Connector.CheckAsync(connection.Settings, context, CheckDepth.Permissions, cancellationToken))
        {
            passed &= result.Passed;
            terminal.Result($"{JsonNamingPolicy.KebabCaseLower.ConvertName(result.Depth.ToString())} {(result.Passed ? "ok" : $"failed {result.Failure!.Code}")}");
            if (result.Failure is { } failure)
            {
                terminal.SayText("  " + failure.Detail);
            }
        }

        return passed ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<int> PreviewAsync(HubNode node, ConfiguredConnection connection, Terminal terminal, CancellationToken cancellationToken)
    {
        var context = connection.Context(node.Settings.Data, node.Clock, NullLogger.Instance) with { Preview = true };
        await foreach (var read in connection.Connector.OpenSource(connection.Settings, context).ReadAsync(after: null, cancellationToken))
        {
            if (read is SourceRead.Failed { Failure: var failure })
            {
                terminal.SayText($"{failure.Code}: {failure.Detail}");
                return ExitCode.Failed;
            }

            foreach (var record in ((SourceRead.Page)read).Value.Records.Take(3))
            {
                terminal.Result($"--- {record.Key}");
                terminal.Result(Encoding.UTF8.GetString(record.Body.Span));
                terminal.Result(MappedJson.Of(connection.Mapping.Map(connection.Name, record, node.Clock.GetUtcNow())).ToJsonString(Shown));
            }

            break;
        }

        return ExitCode.Ok;
    }

    private static async Task<int> RunAsync(HubNode node, ConfiguredConnection connection, Terminal terminal, CancellationToken cancellationToken)
    {
        var end = await RunProgress.FollowAsync(node, connection, approved: false, terminal, cancellationToken);
        Figures.Write(terminal, end.Row);
        return RunProgress.Tell(end, terminal);
    }
}
