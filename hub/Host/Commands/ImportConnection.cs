using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Settings;
using IntegrationHub.Mappings.Engine.Recognition;

namespace IntegrationHub.Host.Commands;

/// <summary>Makes the connection an import runs through, keeping what it was made of, so that a replay finds the same mapping.</summary>
public static class ImportConnection
{
    public static async Task<ConfiguredConnection> PrepareAsync(HubNode node, ImportRequest asked, Terminal terminal, CancellationToken cancellationToken)
    {
        var known = await node.Configuration.FindAsync(asked.Connection, cancellationToken);
        if (known is not null && asked is { Mapping: null, Key: null })
        {
            var settings = With(known.Document.Settings, "path", asked.Path);
            settings = asked.Snapshot ? With(settings, "mode", "snapshot") : settings;
            var bound = (known.Document with { Settings = settings }).BindSettings(known.Connector.Manifest);
            await SayOverwrittenAsync(asked.Path, (bound as FileSettings)?.Key ?? [], terminal, cancellationToken);
            return known with { Settings = bound };
        }

        var sample = asked is { Mapping: not null, Key: null } ? [] : await FileRowsReader.SampleAsync(asked.Path, cancellationToken);
        RequireKey(asked, sample, terminal);
        if (asked.Mapping is null && sample.Count == 0)
        {
            terminal.Say("mapping.no-rows", asked.Path);
            return await UnreadableAsync(node, asked, cancellationToken);
        }

        var mapping = MappingChoice.Of(asked.Mapping, sample, await NoKeysAsync(asked, sample, terminal, cancellationToken), asked.SaveMapping, terminal);
        await SayOverwrittenAsync(asked.Path, (asked.Key ?? (asked.Mapping is null ? null : mapping.KeyColumn)) is { } key ? [key] : [], terminal, cancellationToken);
        await node.Configuration.SaveAsync(ConfigurationStore.Mappings, asked.Connection, mapping.Text, "import", cancellationToken);
        // What was forbidden once stays so when only the mapping is corrected.
        List<string> forbid = [.. (known?.Document.Forbid ?? ForbiddenFields.DefaultWords).Union(mapping.Nir, StringComparer.Ordinal)];
        var text = ConnectionText.ForFile(
            asked.Connection, node.Settings.Controller(), asked.Connection, asked.Path, asked.Key ?? mapping.KeyColumn, forbid: forbid, snapshot: asked.Snapshot);
        await node.Configuration.SaveAsync(ConfigurationStore.Connections, asked.Connection, text, "import", cancellationToken);
        return await node.Configuration.FindAsync(asked.Connection, cancellationToken)
            ?? throw new InvalidOperationException("a connection just kept cannot be found");
    }

    // A number that repeats further down would write one person's row over another's.
    private static async Task<IReadOnlyCollection<string>> NoKeysAsync(ImportRequest asked, IReadOnlyList<SourceRecord> sample, Terminal terminal, CancellationToken cancellationToken)
    {
        if (asked is not { Mapping: null, Key: null } || ColumnRecognizer.Recognize(sample, new RecognitionOptions()).KeyColumn is not { } key
            || await FileRowsReader.IsKeyAsync(asked.Path, [key], terminal, cancellationToken))
        {
            return [];
        }

        terminal.Say("import.key-repeats", key);
        return [key];
    }

    // Changes of one record may follow each other in a file; two people under one number may not, and only a person can tell which it is.
    private static async Task SayOverwrittenAsync(string path, IReadOnlyList<string> key, Terminal terminal, CancellationToken cancellationToken)
    {
        if (key.Count > 0 && !await FileRowsReader.IsKeyAsync(path, key, terminal, cancellationToken))
        {
            terminal.Say("import.key-overwrites", string.Join(" + ", key));
        }
    }

    // Nothing of it is kept but the rejected rows: the next file of that name is asked for its columns again.
    private static Task<ConfiguredConnection> UnreadableAsync(HubNode node, ImportRequest asked, CancellationToken cancellationToken) => node.Configuration.BindAsync(
        ConnectionText.ForFile(asked.Connection, node.Settings.Controller(), asked.Connection, asked.Path, asked.Key),
        $"{asked.Connection}.yaml",
        $"mapping: {asked.Connection}\ncitizen:\n  birthName: nom\n",
        cancellationToken);

    // Before anything is kept: a connection with a key its file does not have would fail at every later run.
    private static void RequireKey(ImportRequest asked, IReadOnlyList<SourceRecord> sample, Terminal terminal)
    {
        var columns = FileRowsReader.Columns(sample);
        if (asked.Key is { } key && columns.Count > 0 && !columns.Contains(key, StringComparer.Ordinal))
        {
            throw new UsageException(terminal.Words["import.no-key", key, NearestWord.Of(key, columns) ?? string.Join(", ", columns)]);
        }
    }

    private static DocumentNode.Map With(DocumentNode settings, string name, string value)
    {
        var map = (DocumentNode.Map)settings;
        return map with
        {
            Entries = [.. map.Entries.Where(entry => entry.Name != name), new DocumentEntry(name, new DocumentNode.Scalar(value, map.At), map.At)],
        };
    }
}
