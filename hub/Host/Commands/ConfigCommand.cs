using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Settings;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Commands;

/// <summary><c>config export|apply|catalogue</c>: the configuration as files, with a fingerprint that tells two hubs apart; and the page of connectors.</summary>
public static class ConfigCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var output = new Option<DirectoryInfo>("--out") { Description = words["config.out"], Required = true, HelpName = "DIR" };
        var folder = new Argument<DirectoryInfo>("DIR") { Description = words["config.folder"] };
        folder.AcceptExistingOnly();
        var dryRun = new Option<bool>("--dry-run") { Description = words["config.dry-run"] };
        var prune = new Option<bool>("--prune") { Description = words["config.prune"] };
        var catalogue = new Command("catalogue", words["config.catalogue"]);
        catalogue.SetAction(_ =>
        {
            terminal.Result(ConnectorPage.Of(Catalogues.Connectors.All, words));
            return ExitCode.Ok;
        });
        return new Command("config", words["config.about"])
        {
            Make(new Command("export", words["config.export"]) { output }, terminal, (parsed, store, token) => ExportAsync(parsed.GetRequiredValue(output), store, terminal, token)),
            Make(new Command("apply", words["config.apply"]) { folder, dryRun, prune }, terminal, (parsed, store, token) => ApplyAsync(parsed.GetRequiredValue(folder), parsed.GetValue(dryRun), parsed.GetValue(prune), store, terminal, token)),
            catalogue,
        };
    }

    private static Command Make(Command command, Terminal terminal, Func<ParseResult, ConfigurationStore, CancellationToken, Task<int>> work)
    {
        var options = new NodeOptions(terminal.Words);
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            HostSettings settings = options.Read(parsed);
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, TimeProvider.System), cancellationToken);
            return await work(parsed, new ConfigurationStore(stores.Operations, TimeProvider.System, PluginConnectors.Load(settings)), cancellationToken);
        });
        return command;
    }

    private static async Task<int> ExportAsync(DirectoryInfo output, ConfigurationStore store, Terminal terminal, CancellationToken cancellationToken)
    {
        var all = await store.ExportAsync(cancellationToken);
        foreach (var (folder, document) in all)
        {
            var path = Path.Combine(output.CreateSubdirectory(folder).FullName, document.Name + ".yaml");
            await File.WriteAllTextAsync(path, document.Text, cancellationToken);
            terminal.Result($"{folder}/{document.Name} {document.Version}");
        }

        terminal.Result("fingerprint " + Fingerprint.Of(all.Select(one => ($"{one.Folder}/{one.Document.Name}", one.Document.Text))));
        return ExitCode.Ok;
    }

    private static async Task<int> ApplyAsync(DirectoryInfo folder, bool dryRun, bool prune, ConfigurationStore store, Terminal terminal, CancellationToken cancellationToken)
    {
        var before = (await store.ExportAsync(cancellationToken)).ToDictionary(one => $"{one.Folder}/{one.Document.Name}", one => one.Document.Text, StringComparer.Ordinal);
        var found = ConfigurationStore.FolderNames.Select(name => Path.Combine(folder.FullName, name)).Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, "*.yaml").Select(file => (Name: $"{Path.GetFileName(path)}/{Path.GetFileNameWithoutExtension(file)}", Text: File.ReadAllText(file))))
            .OrderBy(one => one.Name, StringComparer.Ordinal).ToList();
        if (found.Count == 0)
        {
            throw new UsageException(terminal.Words["config.empty", folder.FullName]);
        }

        await store.ApplyAsync(folder.FullName, cancellationToken, dryRun, prune);
        var after = new SortedDictionary<string, string>(before, StringComparer.Ordinal);
        foreach (var (name, text) in found)
        {
            after[name] = text;
            terminal.Result($"{(before.TryGetValue(name, out var old) ? old == text ? "=" : "~" : "+")} {name}");
        }

        var others = before.Keys.Except(found.Select(one => one.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var name in others)
        {
            var goes = prune && ConfigurationStore.Prunes(name);
            terminal.Result($"{(goes ? "-" : "?")} {name}");
            _ = goes && after.Remove(name);
        }

        terminal.Result("fingerprint " + Fingerprint.Of(after.Select(one => (one.Key, one.Value))));
        terminal.Say(dryRun ? "config.signs.dry" : "config.signs", others.Count(after.ContainsKey));
        return ExitCode.Ok;
    }
}
