using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Settings;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mdm.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Commands;

/// <summary><c>connections list|check|choices|preview|run|try</c>: lists connections, checks a connection, shows what it would bring, runs it once; tries a document before it is one.</summary>
public static class ConnectionsCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        return new Command("connections", words["connections.about"])
        {
            List(terminal),
            Make("check", "connections.check", terminal, BesideAHub(CheckAsync)),
            Preview(terminal),
            Choices(terminal),
            Run(terminal),
            TryCommand.Create(terminal),
        };
    }

    /// <summary>Work that reads configuration alone: a running hub goes on writing.</summary>
    private static Func<HostSettings, string, Terminal, CancellationToken, Task<int>> BesideAHub(
        Func<HostSettings, ConfiguredConnection, Terminal, CancellationToken, Task<int>> work) => async (settings, name, terminal, cancellationToken) =>
    {
        await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, TimeProvider.System), cancellationToken);
        var configuration = await LookAsync(settings, stores, cancellationToken);
        return await work(settings, await FindAsync(configuration, name, terminal, cancellationToken), terminal, cancellationToken);
    };

    /// <summary>Checks the configuration folder and keeps nothing of it: a hub beside this process may have documents that were changed since.</summary>
    private static async Task<ConfigurationStore> LookAsync(HostSettings settings, RegistryStores stores, CancellationToken cancellationToken)
    {
        var folder = settings.ConfigFolder();
        var configuration = new ConfigurationStore(stores.Operations, TimeProvider.System, PluginConnectors.Load(settings), FolderDocuments.Read(folder));
        await configuration.ApplyAsync(folder, cancellationToken, dryRun: true);
        return configuration;
    }

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

    private static Command List(Terminal terminal)
    {
        var options = new NodeOptions(terminal.Words);
        var command = new Command("list", terminal.Words["connections.list"]);
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, TimeProvider.System), cancellationToken);
            return await ConnectionList.WriteAsync(await LookAsync(settings, stores, cancellationToken), stores.Operations, terminal, cancellationToken);
        });
        return command;
    }

    private static Command Preview(Terminal terminal)
    {
        var (shown, options) = (new PreviewOptions(terminal.Words, pages: 1, records: 3), new NodeOptions(terminal.Words));
        var name = new Argument<string>("NAME") { Description = terminal.Words["connections.name"] };
        var command = new Command("preview", terminal.Words["connections.preview"]) { name };
        shown.AddTo(command);
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => BesideAHub((settings, connection, _, token) => PreviewText.WriteAsync(
            connection, connection.Context(settings.Data, TimeProvider.System, NullLogger.Instance), shown.Read(parsed, connection), terminal, token))(
                options.Read(parsed), parsed.GetRequiredValue(name), terminal, cancellationToken));
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
                terminal.SayText("  " + FailureWords.Of(terminal.Words, failure));
            }
        }

        var beyond = Enum.GetValues<CheckDepth>().Except(connection.Connector.Manifest.Checks).Select(depth => JsonNamingPolicy.KebabCaseLower.ConvertName(depth.ToString())).ToList();
        if (passed && beyond.Count > 0)
        {
            terminal.Say("connections.check.none", string.Join(", ", beyond), connection.Connector.Manifest.Name);
        }

        return passed ? ExitCode.Ok : ExitCode.Failed;
    }

    private static Command Choices(Terminal terminal)
    {
        var options = new NodeOptions(terminal.Words);
        var name = new Argument<string>("NAME") { Description = terminal.Words["connections.name"] };
        var setting = new Argument<string>("SETTING") { Description = terminal.Words["connections.choices.setting"] };
        var command = new Command("choices", terminal.Words["connections.choices"]) { name, setting };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => BesideAHub(async (settings, connection, _, token) =>
        {
            var context = connection.Context(settings.Data, TimeProvider.System, NullLogger.Instance) with { Preview = true };
            var offered = await connection.Connector.ChoicesAsync(connection.Settings, context, parsed.GetRequiredValue(setting), token);
            foreach (var value in offered)
            {
                terminal.Result(value);
            }

            if (offered.Count == 0)
            {
                terminal.Say("connections.choices.none", parsed.GetRequiredValue(setting));
            }

            return ExitCode.Ok;
        })(options.Read(parsed), parsed.GetRequiredValue(name), terminal, cancellationToken));
        return command;
    }

    private static Command Run(Terminal terminal)
    {
        var (approve, options) = (new Option<bool>("--approve") { Description = terminal.Words["connections.run.approve"] }, new NodeOptions(terminal.Words));
        var name = new Argument<string>("NAME") { Description = terminal.Words["connections.name"] };
        var command = new Command("run", terminal.Words["connections.run"]) { name, approve };
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(options.Read(parsed), parsed.GetRequiredValue(name), parsed.GetValue(approve), terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(HostSettings settings, string name, bool approved, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken, () => terminal.Say("cli.waiting"));
        var connection = await FindAsync(node.Configuration, name, terminal, cancellationToken);
        if (!connection.Runs)
        {
            throw new UsageException(terminal.Words["connections.no-source", name]);
        }

        var end = await RunProgress.FollowAsync(node, connection, approved, terminal, cancellationToken);
        Figures.Write(terminal, end.Row);
        return RunProgress.Tell(end, terminal);
    }
}
