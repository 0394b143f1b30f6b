using System.Collections.Concurrent;
using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Providers;
using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Reading;

/// <summary>Connection names by number. A committed number never changes its name, so what was read once stays true.</summary>
internal sealed class ConnectionNames(StorageEngine engine)
{
    private readonly ConcurrentDictionary<long, string> _names = new();

    public string this[long id]
    {
        get
        {
            if (!_names.TryGetValue(id, out var name))
            {
                Load();
                name = _names[id];
            }

            return name;
        }
    }

    public static async Task<long?> FindAsync(RegistryContext context, string name, CancellationToken cancellationToken) =>
        (await RegistryQueries.Connection(context, StoredText.Write(name)).FirstOrDefaultAsync(cancellationToken))?.Id;

    // A context of its own: callers stream rows from theirs meanwhile.
    private void Load()
    {
        using var context = engine.OpenRegistry();
        foreach (var row in RegistryQueries.Connections(context))
        {
            _names[row.Id] = StoredText.Read(row.Name);
        }
    }
}
