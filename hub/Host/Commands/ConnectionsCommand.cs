using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Settings;
using IntegrationHub.Mappings.Engine.Outgoing;
using IntegrationHub.Mdm.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Commands;

/// <summary><c>connections check|preview|run|try</c>: checks a connection, shows what it would bring, runs it once; tries a document before it is one.</summary>
public static class ConnectionsCommand
{
    private static readonly JsonSerializerOptions Shown = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        return new Command("connections", words["connections.about"])
        {
            Make("check", "connections.check", terminal, BesideAHub(CheckAsync)),
            Make("preview", "connections.preview", terminal, BesideAHub(PreviewAsync)),
            Make("run", "connections.run", terminal, RunAsync),
            TryCommand.Create(terminal),
        };
    }

    /// <summary>Work that reads configuration alone: a running hub goes on writing.</summary>
    private static Func<HostSettings, string, Terminal, CancellationToken, Task<int>> BesideAHub(
        Func<HostSettings, ConfiguredConnection, Terminal, CancellationToken, Task<int>> work) => async (settings, name, terminal, cancellationToken) =>
    {
        await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, TimeProvider.System), cancellationToken);
        var configuration = new ConfigurationStore(stores.Operations, TimeProvider.System, PluginConnectors.Load(settings));
        await configuration.ApplyAsync(settings.ConfigFolder(), cancellationToken);
        return await work(settings, await FindAsync(configuration, name, terminal, cancellationToken), terminal, cancellationToken);
    };

    private static async Task<ConfiguredConnection> FindAsync(ConfigurationStore configuration, string name, Terminal terminal, CancellationToken cancellationToken)
    {
        if (await configuration.FindAsync(name, cancellationToken) is { } found)
        {
            return found;
        }

        var names = (await configuration.ReadAsync(cancellationToken)).Select(c => c.Name);
        throw new UsageException(terminal.Words["connections.unknown", name, string.Join(", ", names)]);
    }

    private static Command Make(
        string name, string about, Terminal terminal, Func<HostSettings, string, Terminal, CancellationToken, Task<int>> work)
    {
        var options = new NodeOptions(terminal.Words);
        var connection = new Argument<string>("NAME") { Description = terminal.Words["connections.name"] };
        var command = new Command(name, terminal.Words[about]) { connection };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => work(options.Read(parsed), parsed.GetRequiredValue(connection), terminal, cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(HostSettings settings, ConfiguredConnection connection, Terminal terminal, CancellationToken cancellationToken)
    {
        var passed = true;
        var context = connection.Context(settings.Data, TimeProvider.System, NullLogger.Instance);
        await foreach (var result in connection.Connector.CheckAsync(connection.Settings, context, CheckDepth.Permissions, cancellationToken))
        {
            passed &= result.Passed;
            terminal.Result($"{JsonNamingPolicy.KebabCaseLower.ConvertName(result.Depth.ToString())} {(result.Passed ? "ok" : $"failed {result.Failure!.Code}")}");
            if (result.Failure is { } failure)
            {
                terminal.SayText("  " + failure.In(terminal.Words.Culture));
            }
        }

        return passed ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<int> PreviewAsync(HostSettings settings, ConfiguredConnection connection, Terminal terminal, CancellationToken cancellationToken)
    {
        var context = connection.Context(settings.Data, TimeProvider.System, NullLogger.Instance) with { Preview = true };
        await foreach (var read in connection.Connector.OpenSource(connection.Settings, context).ReadAsync(after: null, cancellationToken))
        {
            if (read is SourceRead.Failed { Failure: var failure })
            {
                terminal.SayText($"{failure.Code}: {failure.In(terminal.Words.Culture)}");
                return ExitCode.Failed;
            }

            foreach (var record in ((SourceRead.Page)read).Value.Records.Take(3))
            {
                terminal.Result($"--- {record.Key}");
                terminal.Result(Encoding.UTF8.GetString(record.Body.Span));
                terminal.Result(MappedJson.Of(connection.Mapping.Map(connection.Name, record, TimeProvider.System.GetUtcNow())).ToJsonString(Shown));
            }

            break;
        }

        return ExitCode.Ok;
    }

    private static async Task<int> RunAsync(HostSettings settings, string name, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken, () => terminal.Say("cli.waiting"));
        var connection = await FindAsync(node.Configuration, name, terminal, cancellationToken);
        if (!connection.Runs)
        {
            throw new UsageException(terminal.Words["connections.no-source", name]);
        }

        var end = await RunProgress.FollowAsync(node, connection, approved: false, terminal, cancellationToken);
        Figures.Write(terminal, end.Row);
        return RunProgress.Tell(end, terminal);
    }
}
