using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Commands;

/// <summary><c>import</c>: takes a file into the registry through a real connection, which it makes where there is none.</summary>
public static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var options = new NodeOptions(words);
        var file = FileOptions.File(words);
        var connection = new Option<string?>("--connection") { Description = words["import.connection"], HelpName = "NAME" };
        var key = new Option<string?>("--key") { Description = words["import.key"], HelpName = "COLUMN" };
        var snapshot = new Option<bool>("--snapshot") { Description = words["import.snapshot"] };
        var approve = new Option<bool>("--approve") { Description = words["import.approve"] };
        var (mapping, save) = (FileOptions.Mapping(words), FileOptions.SaveMapping(words));
        var command = new Command("import", words["import.about"]) { file, connection, mapping, save, key, snapshot, approve };
        options.AddTo(command);
        FileOptions.KeepInputs(command, words, save);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            var path = parsed.GetRequiredValue(file).FullName;
            var name = parsed.GetValue(connection) ?? ConnectionText.NameFor(path);
            await using var node = await HubNode.OpenAsync(settings, StillClock.OrSystem(), NullLoggerFactory.Instance, cancellationToken, () => terminal.Say("cli.waiting"));
            var asked = new ImportRequest(path, name, parsed.GetValue(mapping), parsed.GetValue(save), parsed.GetValue(key), parsed.GetValue(snapshot));
            var configured = await ImportConnection.PrepareAsync(node, asked, terminal, cancellationToken);
            var end = await RunProgress.FollowAsync(node, configured, parsed.GetValue(approve), terminal, cancellationToken);
            Figures.Write(terminal, end.Row);
            Figures.Write(terminal, "unread attributes", end.UnreadAttributes);
            // A stopped run tells its figures too.
            Figures.Write(terminal, await node.Stores.Reader.CountAsync(CancellationToken.None));
            return RunProgress.Tell(end, terminal);
        });
        return command;
    }

    internal static int CodeOf(RunState state) => state switch
    {
        RunState.Succeeded => ExitCode.Ok,
        RunState.Partial => ExitCode.Partial,
        _ => ExitCode.Failed,
    };
}
