using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Previewing;
using IntegrationHub.Host.Settings;
using IntegrationHub.Mdm.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Commands;

/// <summary><c>connections try FILE</c>: runs a connection document against the live system and shows requests, pages and mapped records; of a system that is asked or written to, questions, answers and what would be written. Nothing is stored.</summary>
internal static class TryCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var file = new Argument<FileInfo>("FILE") { Description = words["connections.try.file"] };
        file.AcceptExistingOnly();
        var mapping = new Option<FileInfo>("--mapping") { Description = words["connections.try.mapping"], HelpName = "FILE" }.AcceptExistingOnly();
        var (shown, settings) = (new PreviewOptions(words, pages: 2, records: 2), new NodeOptions(words));
        var command = new Command("try", words["connections.try"]) { file, mapping };
        shown.AddTo(command);
        settings.AddTo(command);
        command.SetAction((parsed, cancellationToken) => TryAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(mapping), settings.Read(parsed), connection => shown.Read(parsed, connection), terminal, cancellationToken));
        return command;
    }

    private static async Task<int> TryAsync(
        FileInfo file, FileInfo? mapping, HostSettings settings, Func<ConfiguredConnection, PreviewWish> wish, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-try-");
        try
        {
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(new HostSettings { Data = folder.FullName }, TimeProvider.System), cancellationToken);
            var text = await File.ReadAllTextAsync(file.FullName, cancellationToken);
            var beside = mapping ?? Beside(file);
            var connection = await new ConfigurationStore(stores.Operations, TimeProvider.System, PluginConnectors.Load(settings)).BindAsync(
                text, file.Name, beside is null ? null : await File.ReadAllTextAsync(beside.FullName, cancellationToken), cancellationToken);
            return await PreviewText.WriteAsync(
                connection, connection.Context(folder.FullName, TimeProvider.System, NullLogger.Instance), wish(connection), terminal, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static FileInfo? Beside(FileInfo file) =>
        new[] { Path.Combine(file.DirectoryName!, Path.GetFileNameWithoutExtension(file.Name) + ".mapping.yaml"), Path.Combine(file.DirectoryName!, "..", "mappings", file.Name) }
            .Where(File.Exists).Select(path => new FileInfo(path)).FirstOrDefault();
}
