using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Mdm.Registry.Export;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Commands;

/// <summary><c>export</c>: the registry and its feed as JSON lines in canonical order. It reads beside a running hub.</summary>
public static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var options = new NodeOptions(words);
        var output = new Option<DirectoryInfo>("--out") { Description = words["export.out"], Required = true, HelpName = "DIR" };
        var command = new Command("export", words["export.about"]) { output };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            NoRegistry.Require(settings, words);
            var folder = parsed.GetRequiredValue(output);
            folder.Create();
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, TimeProvider.System), cancellationToken);
            await using (var goldens = File.Create(Path.Combine(folder.FullName, "registry.jsonl")))
            {
                await RegistryExport.WriteGoldensAsync(stores.Reader, goldens, cancellationToken);
            }

            await using (var changes = File.Create(Path.Combine(folder.FullName, "changes.jsonl")))
            {
                await RegistryExport.WriteChangesAsync(stores.Reader, changes, cancellationToken);
            }

            Figures.Write(terminal, await stores.Reader.CountAsync(cancellationToken));
            terminal.Say("export.done", folder.FullName);
            return ExitCode.Ok;
        });
        return command;
    }
}
