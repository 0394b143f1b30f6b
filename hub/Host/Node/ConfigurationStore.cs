using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Hub.Enriching;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mappings.Engine;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Outgoing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Node;

/// <summary>Configuration documents: applied from a folder, kept versioned in the database, bound and compiled when read.</summary>
/// <param name="store">Where the versions are.</param>
/// <param name="clock">When they were kept.</param>
/// <param name="plugins">Connectors beside those of this build.</param>
/// <param name="unkept">A folder whose documents count without being kept, for those who only look.</param>
public sealed class ConfigurationStore(IOperationsStore store, TimeProvider clock, IReadOnlyList<Connector>? plugins = null, FolderDocuments? unkept = null)
{
    private readonly IReadOnlyList<Connector> _connectors = [.. Catalogues.Connectors.All, .. plugins ?? []];

    /// <summary>Connectors of this build and of the plug-ins this node was told to load.</summary>
    public IReadOnlyList<Connector> Connectors => _connectors;

    public const string Connections = "connection";
    public const string Mappings = "mapping";

    /// <summary>The folders a configuration has.</summary>
    public static IEnumerable<string> FolderNames => FolderDocuments.Kinds.Select(kind => kind.Folder);

    /// <summary>Every document in force, by kind and name, in ordinal order.</summary>
    public async Task<IReadOnlyList<(string Folder, DocumentRow Document)>> ExportAsync(CancellationToken cancellationToken)
    {
        var all = new List<(string Folder, DocumentRow Document)>();
        foreach (var (kind, folder) in FolderDocuments.Kinds)
        {
            all.AddRange((await store.ListDocumentsAsync(kind, cancellationToken)).Where(d => !d.Removed).OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => (folder, d)));
        }

        return all;
    }

    /// <summary>Keeps a new version of every document of the folder that differs from the current one. All are checked first; nothing is kept when one is wrong.</summary>
    /// <param name="folder">With <c>mappings</c>, <c>connections</c> and <c>subscriptions</c>.</param>
    /// <param name="cancellationToken">Stops between documents.</param>
    /// <param name="dryRun">Only checks.</param>
    /// <param name="prune">Also takes connections and subscriptions out of force that the folder does not have. Mappings stay: nothing runs by one alone.</param>
    /// <exception cref="DocumentException">With file, line and the nearest valid word.</exception>
    public async Task ApplyAsync(string folder, CancellationToken cancellationToken, bool dryRun = false, bool prune = false)
    {
        var found = FolderDocuments.Read(folder).All;
        var mappings = found.Where(d => d.Kind == Mappings).ToDictionary(d => Path.GetFileNameWithoutExtension(d.Path), d => d.Text, StringComparer.Ordinal);
        var connections = new Dictionary<string, ConfiguredConnection>(StringComparer.Ordinal);
        foreach (var (_, path, text) in found.Where(d => d.Kind == Connections))
        {
            var bound = Named(await BindAsync(text, path, mappings, cancellationToken), Path.GetFileNameWithoutExtension(path), YamlDocument.Parse(text, path));
            connections[bound.Name] = bound;
        }

        foreach (var (_, path, text) in found.Where(d => d.Kind == SubscriptionDocument.Kind))
        {
            await new SinkTargets(this, store, connections, mappings, alone: prune).CheckAsync(text, path, cancellationToken);
        }

        foreach (var (_, path, text) in found.Where(d => d.Kind == Mappings))
        {
            _ = Compile(text, Path.GetFileName(path));
        }

        foreach (var (kind, path, text) in dryRun ? [] : found)
        {
            await SaveAsync(kind, Path.GetFileNameWithoutExtension(path), text, FolderDocuments.By, cancellationToken);
        }

        if (prune && !dryRun)
        {
            await PruneAsync([.. found.Select(d => (d.Kind, Path.GetFileNameWithoutExtension(d.Path)))], cancellationToken);
        }
    }

    /// <summary>True for what <c>prune</c> takes out of force; the name is folder and name.</summary>
    public static bool Prunes(string name) => !name.StartsWith("mappings/", StringComparison.Ordinal);

    private async Task PruneAsync(HashSet<(string Kind, string Name)> stay, CancellationToken cancellationToken)
    {
        foreach (var (_, document) in (await ExportAsync(cancellationToken)).Where(one => Prunes($"{one.Folder}/") && !stay.Contains((one.Document.Kind, one.Document.Name))))
        {
            if (document.Kind == SubscriptionDocument.Kind)
            {
                // Should it come back, somebody releases it first.
                await new SubscriptionStates(store, clock).StopAsync(document.Name, "removed", FolderDocuments.By, cancellationToken);
            }

            await RemoveAsync(document.Kind, document.Name, FolderDocuments.By, cancellationToken);
        }
    }

    /// <summary>Keeps a document's new version, unless its text is the current one.</summary>
    public async Task SaveAsync(string kind, string name, string text, string by, CancellationToken cancellationToken)
    {
        var current = await store.FindDocumentAsync(kind, name, cancellationToken);
        if (current is null || current.Removed || current.Text != text)
        {
            await store.SaveDocumentAsync(new DocumentRow(kind, name, (current?.Version ?? 0) + 1, text, clock.GetUtcNow(), by), cancellationToken);
        }
    }

    /// <summary>Takes a document out of force; its versions stay on record.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> RemoveAsync(string kind, string name, string by, CancellationToken cancellationToken)
    {
        if (await store.FindDocumentAsync(kind, name, cancellationToken) is not { Removed: false } row)
        {
            return false;
        }

        await store.SaveDocumentAsync(row with { Version = row.Version + 1, At = clock.GetUtcNow(), By = by, Removed = true }, cancellationToken);
        return true;
    }

    /// <returns>Null when none of this kind and name is in force.</returns>
    public async Task<DocumentRow?> FindTextAsync(string kind, string name, CancellationToken cancellationToken) =>
        await store.FindDocumentAsync(kind, name, cancellationToken) is { Removed: false } row ? row : null;

    /// <summary>Every connection, in name order.</summary>
    /// <exception cref="DocumentException">A kept document cannot be used by this program.</exception>
    public async Task<IReadOnlyList<ConfiguredConnection>> ReadAsync(CancellationToken cancellationToken)
    {
        var connections = new List<ConfiguredConnection>();
        foreach (var document in (await ListAsync(Connections, cancellationToken)).Where(d => !d.Removed))
        {
            connections.Add(await BindAsync(document.Text, $"{document.Name}.yaml", new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken));
        }

        return [.. connections.OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<DocumentRow>> ListAsync(string kind, CancellationToken cancellationToken)
    {
        var kept = await store.ListDocumentsAsync(kind, cancellationToken);
        return unkept?.Over(kind, kept) ?? kept;
    }

    /// <summary>Connections that hold a person at most once, in name order.</summary>
    public async Task<IReadOnlyList<string>> DuplicateFreeAsync(CancellationToken cancellationToken) =>
        [.. (await ReadAsync(cancellationToken)).Where(connection => connection.Document.DuplicateFree).Select(connection => connection.Name)];

    /// <summary>Every subscription, in name order.</summary>
    /// <exception cref="DocumentException">A kept document cannot be used by this program.</exception>
    public async Task<IReadOnlyList<SubscriptionDocument>> ReadSubscriptionsAsync(CancellationToken cancellationToken) =>
    [
        .. (await store.ListDocumentsAsync(SubscriptionDocument.Kind, cancellationToken)).Where(d => !d.Removed)
            .Select(d => SubscriptionDocument.Read(d.Text, $"{d.Name}.yaml"))
            .OrderBy(d => d.Name, StringComparer.Ordinal),
    ];

    /// <returns>Null when no connection has this name.</returns>
    public async Task<ConfiguredConnection?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await ListAsync(Connections, cancellationToken)).FirstOrDefault(d => d.Name == name && !d.Removed) is { } document
            ? await BindAsync(document.Text, $"{name}.yaml", new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken)
            : null;

    /// <summary>A document that is not kept: bound and compiled, with a mapping beside it or of the catalogue.</summary>
    /// <param name="text">The connection.</param>
    /// <param name="file">Its name, for errors.</param>
    /// <param name="mapping">The mapping's text; null looks for it by name.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="DocumentException">With file, line and the nearest valid word.</exception>
    public Task<ConfiguredConnection> BindAsync(string text, string file, string? mapping, CancellationToken cancellationToken)
    {
        var beside = new Dictionary<string, string>(StringComparer.Ordinal);
        if (mapping is not null)
        {
            var document = ConnectionDocument.Read(YamlDocument.Parse(text, file));
            beside[document.Mapping ?? document.Name] = mapping;
        }

        return BindAsync(text, file, beside, cancellationToken);
    }

    /// <summary>A connection's document sent under a name.</summary>
    /// <exception cref="DocumentException">With file, line and the nearest valid word.</exception>
    public async Task<ConfiguredConnection> BindNamedAsync(string name, string text, CancellationToken cancellationToken) =>
        Named(await BindAsync(text, $"{name}.yaml", mapping: null, cancellationToken), name, YamlDocument.Parse(text, $"{name}.yaml"));

    /// <summary>A mapping's new text, with every connection that reads by it.</summary>
    /// <exception cref="DocumentException">It does not compile, or a connection cannot use it.</exception>
    public async Task<IReadOnlyList<ConfiguredConnection>> BindByAsync(string mapping, string text, CancellationToken cancellationToken)
    {
        _ = Compiled(text, $"{mapping}.yaml");
        var beside = new Dictionary<string, string>(StringComparer.Ordinal) { [mapping] = text };
        var users = new List<ConfiguredConnection>();
        foreach (var row in (await ListAsync(Connections, cancellationToken)).Where(d => !d.Removed))
        {
            var document = ConnectionDocument.Read(YamlDocument.Parse(row.Text, $"{row.Name}.yaml"));
            if ((document.Mapping ?? document.Name) == mapping)
            {
                users.Add(await BindAsync(row.Text, $"{row.Name}.yaml", beside, cancellationToken));
            }
        }

        return users;
    }

    /// <summary>Checks the references of a subscription's document against what is kept.</summary>
    /// <exception cref="DocumentException">With file, line and the nearest valid word.</exception>
    public Task CheckSubscriptionAsync(string text, string file, CancellationToken cancellationToken) => Targets().CheckAsync(text, file, cancellationToken);

    /// <summary>Checks that the subscriptions that write through these connections, or by this mapping's new text, could go on were they kept.</summary>
    /// <exception cref="DocumentException">With the subscription's file and line.</exception>
    public Task CheckSinksAsync(IEnumerable<ConfiguredConnection> changed, IReadOnlyDictionary<string, string> mappings, CancellationToken cancellationToken) =>
        new SinkTargets(this, store, changed.ToDictionary(one => one.Name, StringComparer.Ordinal), mappings).CheckKeptAsync(cancellationToken);

    /// <summary>What a subscription writes to.</summary>
    /// <exception cref="DocumentException">Its connection or its mapping cannot be used.</exception>
    public Task<(ConfiguredConnection Connection, OutgoingMapping Mapping)> FindSinkAsync(Subscription subscription, CancellationToken cancellationToken) =>
        Targets().FindAsync(subscription.Sink!, new DocumentNode.Map([], new DocumentPosition($"{subscription.Name}.yaml", 1, 1)), cancellationToken);

    private SinkTargets Targets() => new(this, store, new Dictionary<string, ConfiguredConnection>(), new Dictionary<string, string>());

    private async Task<ConfiguredConnection> BindAsync(
        string text, string file, Dictionary<string, string> mappings, CancellationToken cancellationToken)
    {
        var root = YamlDocument.Parse(text, file);
        var (document, connector, settings) = Read(root);
        var name = document.Mapping ?? document.Name;
        var kept = (await ListAsync(Mappings, cancellationToken)).FirstOrDefault(d => d.Name == name && !d.Removed)?.Text;
        var mapping = mappings.GetValueOrDefault(name) ?? kept ?? Catalogues.Mappings.Find(name) ?? throw Wrong(
            root, "mapping", $"There is no mapping \"{name}\".", NearestWord.Of(name, mappings.Keys.Concat(Catalogues.Mappings.Names)));
        var compiled = Compiled(mapping, $"{name}.yaml");
        var connection = new ConfiguredConnection(document, connector, settings, compiled.Mapping!, mapping) { Text = text, Outgoing = compiled.Outgoing, Examples = compiled.Examples };
        return connector.Manifest.Contracts.HasFlag(Contract.Enricher) || document.Asks is not null ? Asking(connection, compiled, root) : connection;
    }

    /// <summary>Every mistake of a document is told at once, those of its settings too.</summary>
    private (ConnectionDocument Document, Connector Connector, object Settings) Read(DocumentNode root)
    {
        var errors = new List<DocumentError>();
        T? Try<T>(Func<T> read) where T : class
        {
            try
            {
                return read();
            }
            catch (DocumentException wrong)
            {
                errors.AddRange(wrong.Errors);
                return null;
            }
        }

        var document = Try(() => ConnectionDocument.Read(root));
        var map = root as DocumentNode.Map;
        var name = document?.Connector ?? (map?["connector"] as DocumentNode.Scalar)?.Text;
        var connector = name is null ? null : Try(() => _connectors.FirstOrDefault(found => found.Manifest.Name == name) ?? throw Wrong(
            root, "connector", $"There is no connector \"{name}\".", NearestWord.Of(name, _connectors.Select(c => c.Manifest.Name))));
        var settings = connector is null ? null : Try(() => SettingsBinder.Bind(connector.Manifest.Settings, map?["settings"] ?? new DocumentNode.Map([], root.At), "settings"));
        return document is not null && connector is not null && settings is not null ? (document, connector, settings) : throw new DocumentException([.. errors.OrderBy(error => error.At.Line)]);
    }

    private static ConfiguredConnection Asking(ConfiguredConnection connection, CompileResult compiled, DocumentNode root)
    {
        var (name, contracts) = (connection.Connector.Manifest.Name, connection.Connector.Manifest.Contracts);
        if (connection.Document.Asks is not { } asks)
        {
            return connection.IsSource ? connection : throw Wrong(
                root, "connector", $"The connector \"{name}\" answers questions about people: say why, and of what they are made: \"asks: {{ purpose: …, legalBasis: public-task, attributes: [addresses] }}\".", null);
        }

        if (!contracts.HasFlag(Contract.Enricher) || contracts.HasFlag(Contract.Source))
        {
            throw Wrong(root, "asks", $"The connector \"{name}\" answers no questions: take \"asks\" out.", null);
        }

        var question = compiled.Outgoing ?? throw Wrong(root, "mapping", $"The mapping \"{connection.Document.Mapping ?? connection.Name}\" has no part \"outgoing:\", which says what is asked.", null);
        return connection with { Asks = AskDocument.Read(asks), Question = question };
    }

    // A connection is kept, found and removed by its name: one kept under another could be neither.
    private static ConfiguredConnection Named(ConfiguredConnection connection, string name, DocumentNode root) => connection.Name == name
        ? connection
        : throw Wrong(root, "name", $"The connection is named \"{connection.Name}\" and its document \"{name}\": give both one name.", name);

    private static CompiledMapping Compile(string text, string file) => Compiled(text, file).Mapping!;

    private static CompileResult Compiled(string text, string file)
    {
        var result = MappingCompiler.Compile(text, file);
        return result.Mapping is not null ? result : throw new DocumentException([.. result.Errors.Select(error =>
            new DocumentError(new DocumentPosition(error.File, error.Line, 1), error.Attribute ?? "", "mapping", error.Message, error.Nearest))]);
    }

    private static DocumentException Wrong(DocumentNode root, string setting, string message, string? nearest) =>
        new([new DocumentError((root as DocumentNode.Map)?[setting]?.At ?? root.At, setting, "setting.value", message, nearest)]);
}
