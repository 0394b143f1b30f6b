using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mappings.Engine.Outgoing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Node;

/// <summary>Finds what a sink writes to: the connection, and the mapping that puts people in its system's words.</summary>
/// <param name="configuration">Kept connections.</param>
/// <param name="store">Kept mappings.</param>
/// <param name="connections">Connections that come with the document; they hide kept ones of the same name.</param>
/// <param name="mappings">Mapping texts that come with the document, likewise.</param>
/// <param name="alone">Kept connections go: only those that come with the document count.</param>
internal sealed class SinkTargets(
    ConfigurationStore configuration, IOperationsStore store, IReadOnlyDictionary<string, ConfiguredConnection> connections, IReadOnlyDictionary<string, string> mappings, bool alone = false)
{
    /// <summary>Checks the references of a subscription's document; one that writes into no system passes.</summary>
    /// <exception cref="DocumentException">With file, line and the nearest valid word.</exception>
    public async Task CheckAsync(string text, string file, CancellationToken cancellationToken)
    {
        var root = YamlDocument.Parse(text, file);
        var document = SubscriptionDocument.Read(text, file);
        if (document.Channel == ChannelKind.Sink)
        {
            _ = await FindAsync(new SinkTarget(document.Connection!, document.Mapping), root, cancellationToken);
        }
    }

    /// <summary>Checks the kept subscriptions that write through a connection or by a mapping that comes with the document.</summary>
    /// <exception cref="DocumentException">One of them could not go on; with its file and line.</exception>
    public async Task CheckKeptAsync(CancellationToken cancellationToken)
    {
        foreach (var row in (await store.ListDocumentsAsync(SubscriptionDocument.Kind, cancellationToken)).Where(row => !row.Removed))
        {
            var document = SubscriptionDocument.Read(row.Text, $"{row.Name}.yaml");
            if (document.Channel == ChannelKind.Sink && (connections.ContainsKey(document.Connection!) || mappings.ContainsKey(document.Mapping ?? "")))
            {
                await CheckAsync(row.Text, $"{row.Name}.yaml", cancellationToken);
            }
        }
    }

    /// <param name="target">What the subscription names.</param>
    /// <param name="root">The document, for the place of an error.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="DocumentException">With file, line and the nearest valid word.</exception>
    public async Task<(ConfiguredConnection Connection, OutgoingMapping Mapping)> FindAsync(SinkTarget target, DocumentNode root, CancellationToken cancellationToken)
    {
        var kept = alone ? [] : await configuration.ReadAsync(cancellationToken);
        var all = kept.Where(connection => !connections.ContainsKey(connection.Name)).Concat(connections.Values).ToDictionary(connection => connection.Name, StringComparer.Ordinal);
        var writable = all.Values.Where(connection => connection.Connector.Manifest.Contracts.HasFlag(Contract.Sink)).Select(connection => connection.Name).Order(StringComparer.Ordinal).ToList();
        if (!all.TryGetValue(target.Connection, out var found))
        {
            throw Wrong(root, "connection", $"There is no connection \"{target.Connection}\".", NearestWord.Of(target.Connection, writable));
        }

        if (!found.Connector.Manifest.Contracts.HasFlag(Contract.Sink))
        {
            throw Wrong(root, "connection", $"The connector \"{found.Connector.Manifest.Name}\" of \"{found.Name}\" only reads; these connections can be written to: {(writable.Count > 0 ? string.Join(", ", writable) : "none")}.", null);
        }

        return (found, await OutgoingAsync(target.Mapping ?? found.Document.Mapping ?? found.Name, root, cancellationToken));
    }

    private async Task<OutgoingMapping> OutgoingAsync(string name, DocumentNode root, CancellationToken cancellationToken)
    {
        var kept = (await store.ListDocumentsAsync(ConfigurationStore.Mappings, cancellationToken)).Where(document => !document.Removed).ToDictionary(document => document.Name, document => document.Text, StringComparer.Ordinal);
        var text = mappings.GetValueOrDefault(name) ?? kept.GetValueOrDefault(name) ?? Catalogues.Mappings.Find(name)
            ?? throw Wrong(root, "mapping", $"There is no mapping \"{name}\".", NearestWord.Of(name, mappings.Keys.Concat(kept.Keys).Concat(Catalogues.Mappings.Names).Distinct()));
        var compiled = MappingCompiler.Compile(text, $"{name}.yaml");
        return compiled.Succeeded
            ? compiled.Outgoing ?? throw Wrong(root, "mapping", $"The mapping \"{name}\" has no part \"outgoing:\", which says what is written.", null)
            : throw new DocumentException([.. compiled.Errors.Select(error => new DocumentError(new DocumentPosition(error.File, error.Line, 1), error.Attribute ?? "", "mapping", error.Message, error.Nearest))]);
    }

    private static DocumentException Wrong(DocumentNode root, string setting, string message, string? nearest) =>
        new([new DocumentError((root as DocumentNode.Map)?[setting]?.At ?? (root as DocumentNode.Map)?["channel"]?.At ?? root.At, setting, "setting.value", message, nearest)]);
}
