using IntegrationHub.Mdm.Storage.Encoding;
using IntegrationHub.Mdm.Storage.Providers;
using IntegrationHub.Mdm.Storage.Reading;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Spares the writer the look for keys that nobody has stored: in a first load that is every key, each at a random place of the largest index.</summary>
/// <remarks>Right only for the one writer, who sees every key that is written. It learns the stored keys once so many were asked for in vain that reading
/// them all is the cheaper way; an empty registry's are learnt at once.</remarks>
internal sealed class StoredKeys(StorageEngine engine)
{
    /// <summary>Keys read in a scan in the time of one look in vain.</summary>
    private const int ScannedMeanwhile = 8;

    private volatile KeyFilter? _filter;
    private long? _records;
    private long _inVain;

    /// <summary>Whether to <see cref="LearnAsync"/> now.</summary>
    public bool IsWorthLearning => _filter is null && _records is { } records && _inVain * ScannedMeanwhile >= records;

    /// <summary>This store's writer begins, or begins again: others may have written meanwhile.</summary>
    public void Begin(long records) => (_filter, _records, _inVain) = (null, records, 0);

    /// <summary>Reads all keys; no commit may be under way.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        var filter = new KeyFilter();
        await using var context = engine.OpenRegistry();
        await foreach (var hash in RegistryQueries.KeyHashes(context).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            filter.Add(hash);
        }

        _filter = filter;
    }

    /// <summary>Those of the keys that may be stored.</summary>
    public IReadOnlyCollection<RecordKey> Among(IReadOnlyCollection<RecordKey> keys) =>
        _filter is { } filter ? [.. keys.Where(key => filter.MayHold(KeyHash.Of(key)))] : keys;

    public void Found(int asked, int found) => _inVain += asked - found;

    /// <summary>Before the commit: a key too many is only looked for in vain.</summary>
    public void Add(RegistryCommit commit)
    {
        if (_filter is { } filter)
        {
            foreach (var record in commit.Records)
            {
                filter.Add(KeyHash.Of(record.Key));
            }
        }
    }
}
