using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
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
        var catalogue = new Command("catalogue", words["config.catalogue"]);
        catalogue.SetAction(_ =>
        {
            terminal.Result(ConnectorPage.Of(Catalogues.Connectors.All, words.Culture));
            return ExitCode.Ok;
        });
        return new Command("config", words["config.about"])
        {
            Make(new Command("export", words["config.export"]) { output }, terminal, (parsed, store, token) => ExportAsync(parsed.GetRequiredValue(output), store, terminal, token)),
            Make(new Command("apply", words["config.apply"]) { folder, dryRun }, terminal, (parsed, store, token) => ApplyAsync(parsed.GetRequiredValue(folder), parsed.GetValue(dryRun), store, terminal, token)),
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

        terminal.Result("fingerprint " + Fingerprint(all.Select(one => ($"{one.Folder}/{one.Document.Name}", one.Document.Text))));
        return ExitCode.Ok;
    }

    private static async Task<int> ApplyAsync(DirectoryInfo folder, bool dryRun, ConfigurationStore store, Terminal terminal, CancellationToken cancellationToken)
    {
        var before = (await store.ExportAsync(cancellationToken)).ToDictionary(one => $"{one.Folder}/{one.Document.Name}", one => one.Document.Text, StringComparer.Ordinal);
        await store.ApplyAsync(folder.FullName, cancellationToken, dryRun);
        var after = new SortedDictionary<string, string>(before, StringComparer.Ordinal);
        foreach (var path in ConfigurationStore.FolderNames.Select(name => Path.Combine(folder.FullName, name)).Where(Directory.Exists).SelectMany(path => Directory.EnumerateFiles(path, "*.yaml")))
        {
            var name = $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileNameWithoutExtension(path)}";
            after[name] = await File.ReadAllTextAsync(path, cancellationToken);
            terminal.Result($"{(before.TryGetValue(name, out var text) ? text == after[name] ? "=" : "~" : "+")} {name}");
        }

        terminal.Result("fingerprint " + Fingerprint(after.Select(one => (one.Key, one.Value))));
        return ExitCode.Ok;
    }

    // Over names and texts in ordinal order: equal fingerprints are equal configurations.
    private static string Fingerprint(IEnumerable<(string Name, string Text)> documents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in documents.OrderBy(document => document.Name, StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
