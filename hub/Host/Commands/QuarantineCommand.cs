using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Commands;

/// <summary><c>quarantine list|replay</c>: rejected records by place and reason, never by content; replayed by their connection's current mapping.</summary>
public static class QuarantineCommand
{
    private const int Page = 1000;

    public static Command Create(Terminal terminal) => new("quarantine", terminal.Words["quarantine.about"]) { List(terminal), Replay(terminal) };

    private static Command List(Terminal terminal)
    {
        var (options, connection) = (new NodeOptions(terminal.Words), Connection(terminal));
        var command = new Command("list", terminal.Words["quarantine.list"]) { connection };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            NoRegistry.Require(settings, terminal.Words);
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, TimeProvider.System), cancellationToken);
            var (shown, unparsed) = (0, false);
            IReadOnlyList<QuarantineRow> rows;
            do
            {
                rows = await stores.Reader.ListQuarantineAsync(parsed.GetValue(connection), replayed: false, shown, Page, cancellationToken);
                foreach (var row in rows)
                {
                    terminal.Result($"{row.Id}  {row.Connection}  {row.Position}  {row.Code}{(row.Parsed ? "" : "  unreadable")}");
                    unparsed |= !row.Parsed;
                }

                shown += rows.Count;
            }
            while (rows.Count == Page);

            if (shown == 0 || unparsed)
            {
                terminal.Say(unparsed ? "quarantine.unparsed" : "quarantine.none");
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Replay(Terminal terminal)
    {
        var (options, connection) = (new NodeOptions(terminal.Words), Connection(terminal));
        var ids = new Argument<Guid[]>("ID") { Description = terminal.Words["quarantine.ids"], Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("replay", terminal.Words["quarantine.replay"]) { ids, connection };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            NoRegistry.Require(settings, terminal.Words);
            await using var node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken, () => terminal.Say("cli.waiting"));
            var runs = await new Replayer(node).ReplayAsync(parsed.GetValue(connection), parsed.GetValue(ids), cancellationToken);
            if (runs.Count == 0)
            {
                terminal.Say("quarantine.none");
            }

            foreach (var run in runs)
            {
                terminal.Result($"connection {run.Connection}");
                Figures.Write(terminal, run);
                terminal.Result($"state {run.State.ToString().ToLowerInvariant()}");
            }

            Figures.Write(terminal, await node.Stores.Reader.CountAsync(cancellationToken));
            return runs.Select(run => ImportCommand.CodeOf(run.State)).DefaultIfEmpty(ExitCode.Ok).Max();
        });
        return command;
    }

    private static Option<string?> Connection(Terminal terminal) => new("--connection") { Description = terminal.Words["quarantine.connection"], HelpName = "NAME" };
}
