using System.CommandLine;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Host.Commands;

/// <summary><c>serve</c>: the hub with its API and pages, until it is stopped.</summary>
public static class ServeCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var options = new ServeOptions(words);
        var command = new Command("serve", words["serve.about"]);
        options.AddTo(command);
        var standby = new Option<bool>("--standby") { Description = words["serve.standby"] };
        command.Options.Add(standby);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            using var logs = LoggerFactory.Create(HubLogs.Configure);
            var waits = parsed.GetValue(standby);
            await using var node = await HubNode.OpenAsync(
                settings, TimeProvider.System, logs, cancellationToken, () => terminal.Say(waits ? "serve.standing-by" : "cli.waiting"), waits);
            await using var app = HubServer.Build(node, HubLogs.Configure);
            await app.StartAsync(cancellationToken);
            await SayWhereAsync(node, new Uri(app.Urls.First()), terminal, cancellationToken);
            if (settings.Siret is null)
            {
                terminal.Say("serve.no-siret");
            }

            await app.WaitForShutdownAsync(cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>The address, and one-time links for whoever started it: to decide pairs, and to connect systems.</summary>
    internal static async Task SayWhereAsync(HubNode node, Uri listening, Terminal terminal, CancellationToken cancellationToken)
    {
        var address = node.Settings.Public ?? listening;
        var links = new SignInLinks(node.Stores.Operations, node.Clock);
        terminal.Result(terminal.Words["serve.address", address]);
        terminal.Result(terminal.Words["serve.link", await links.CreateAsync(address, Environment.UserName, Role.Steward, cancellationToken)]);
        terminal.Result(terminal.Words["serve.link.architect", await links.CreateAsync(address, Environment.UserName, Role.Architect, cancellationToken)]);
    }
}
