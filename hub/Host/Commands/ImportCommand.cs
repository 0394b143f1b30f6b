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
        var (mapping, save) = (FileOptions.Mapping(words), FileOptions.SaveMapping(words));
        var command = new Command("import", words["import.about"]) { file, connection, mapping, save, key };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            var path = parsed.GetRequiredValue(file).FullName;
            var name = parsed.GetValue(connection) ?? ConnectionText.NameFor(path);
            await using var node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
            var asked = new ImportRequest(path, name, parsed.GetValue(mapping), parsed.GetValue(save), parsed.GetValue(key));
            var configured = await ImportConnection.PrepareAsync(node, asked, terminal, cancellationToken);
            var end = await RunProgress.FollowAsync(node, configured, approved: false, terminal, cancellationToken);
            Figures.Write(terminal, end.Row);
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
