using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Node;

/// <summary>The documents of a configuration folder, as they stand there now.</summary>
public sealed class FolderDocuments
{
    /// <summary>Who a version is by that was kept from a folder.</summary>
    public const string By = "folder";

    private FolderDocuments(IReadOnlyList<(string Kind, string Path, string Text)> all) => All = all;

    /// <summary>The kinds of document and the folder of each.</summary>
    public static IReadOnlyList<(string Kind, string Folder)> Kinds { get; } =
        [(ConfigurationStore.Mappings, "mappings"), (ConfigurationStore.Connections, "connections"), (SubscriptionDocument.Kind, "subscriptions")];

    /// <summary>By kind, then in ordinal order of their files.</summary>
    public IReadOnlyList<(string Kind, string Path, string Text)> All { get; }

    /// <param name="folder">With <c>mappings</c>, <c>connections</c> and <c>subscriptions</c>; what it lacks is empty.</param>
    public static FolderDocuments Read(string folder) => new(
    [
        .. Kinds
            .Where(kind => Directory.Exists(Path.Combine(folder, kind.Folder)))
            .SelectMany(kind => Directory.EnumerateFiles(Path.Combine(folder, kind.Folder), "*.yaml").Order(StringComparer.Ordinal)
                .Select(path => (kind.Kind, path, File.ReadAllText(path)))),
    ]);

    /// <summary>What counts to somebody who looks and keeps nothing: the folder's document where none is kept or the kept one came from a folder; a document somebody changed or removed otherwise, as kept.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="kept">The current versions of this kind, removed ones too.</param>
    public IReadOnlyList<DocumentRow> Over(string kind, IReadOnlyList<DocumentRow> kept)
    {
        var rows = kept.ToDictionary(row => row.Name, StringComparer.Ordinal);
        foreach (var (_, path, text) in All.Where(one => one.Kind == kind))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var before = rows.GetValueOrDefault(name);
            if (before is null || before.By == By)
            {
                rows[name] = new DocumentRow(kind, name, (before?.Version ?? 0) + 1, text, before?.At ?? default, By);
            }
        }

        return [.. rows.Values];
    }
}
