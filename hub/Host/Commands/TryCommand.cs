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

/// <summary><c>connections try FILE</c>: runs a connection document against the live system and shows requests, pages and mapped records. Nothing is stored.</summary>
internal static class TryCommand
{
    private static readonly JsonSerializerOptions Shown = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var file = new Argument<FileInfo>("FILE") { Description = words["connections.try.file"] };
        var mapping = new Option<FileInfo?>("--mapping") { Description = words["connections.try.mapping"], HelpName = "FILE" };
        var pages = new Option<int>("--pages") { Description = words["connections.try.pages"], DefaultValueFactory = _ => 2, HelpName = "N" };
        var records = new Option<int>("--records") { Description = words["connections.try.records"], DefaultValueFactory = _ => 2, HelpName = "N" };
        var command = new Command("try", words["connections.try"]) { file, mapping, pages, records };
        command.SetAction((parsed, cancellationToken) => TryAsync(
            parsed.GetRequiredValue(file), parsed.GetValue(mapping), parsed.GetValue(pages), parsed.GetValue(records), terminal, cancellationToken));
        return command;
    }

    private static async Task<int> TryAsync(FileInfo file, FileInfo? mapping, int pages, int records, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-try-");
        try
        {
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(new HostSettings { Data = folder.FullName }, TimeProvider.System), cancellationToken);
            var text = await File.ReadAllTextAsync(file.FullName, cancellationToken);
            var beside = mapping ?? Beside(file);
            var connection = await new ConfigurationStore(stores.Operations, TimeProvider.System).BindAsync(
                text, file.Name, beside is null ? null : await File.ReadAllTextAsync(beside.FullName, cancellationToken), cancellationToken);
            return await ShowAsync(connection, folder.FullName, pages, records, terminal, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static FileInfo? Beside(FileInfo file) =>
        new[] { Path.Combine(file.DirectoryName!, Path.GetFileNameWithoutExtension(file.Name) + ".mapping.yaml"), Path.Combine(file.DirectoryName!, "..", "mappings", file.Name) }
            .Where(File.Exists).Select(path => new FileInfo(path)).FirstOrDefault();

    private static async Task<int> ShowAsync(ConfiguredConnection connection, string folder, int pages, int records, Terminal terminal, CancellationToken cancellationToken)
    {
        var context = connection.Context(folder, TimeProvider.System, NullLogger.Instance) with { Preview = true, Trace = line => terminal.SayText("> " + line) };
        var number = 0;
        await foreach (var read in connection.Connector.OpenSource(connection.Settings, context).ReadAsync(after: null, cancellationToken))
        {
            if (read is SourceRead.Failed { Failure: var failure })
            {
                terminal.SayText($"{failure.Kind} {failure.Code}: {failure.In(terminal.Words.Culture)}");
                return ExitCode.Failed;
            }

            var page = ((SourceRead.Page)read).Value;
            terminal.Say("connections.try.page", ++number, page.Records.Count, page.Rejected.Count, page.Checkpoint.Value);
            foreach (var record in page.Records.Take(records))
            {
                terminal.Result($"--- {record.Key}");
                terminal.Result(Encoding.UTF8.GetString(record.Body.Span));
                terminal.Result(MappedJson.Of(connection.Mapping.Map(connection.Name, record, TimeProvider.System.GetUtcNow())).ToJsonString(Shown));
            }

            if (number == pages)
            {
                return ExitCode.Ok;
            }
        }

        terminal.Say("connections.try.end");
        return ExitCode.Ok;
    }
}
