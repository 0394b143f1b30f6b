namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Which slots hold a blocking key. Keys are kept as 32 bits: two that collide only make a few records meet that need not.</summary>
internal sealed class Postings
{
    private readonly Dictionary<uint, List<int>> _lists = [];

    public static uint Short(ulong key) => (uint)(key ^ (key >> 32));

    public void Add(ulong key, int slot)
    {
        if (!_lists.TryGetValue(Short(key), out var list))
        {
            _lists[Short(key)] = list = [];
        }

        list.Add(slot);
    }

    public void Remove(ulong key, int slot)
    {
        var list = _lists[Short(key)];
        list.Remove(slot);
        if (list.Count == 0)
        {
            _lists.Remove(Short(key));
        }
    }

    public ReadOnlySpan<int> Of(ulong key) =>
        _lists.TryGetValue(Short(key), out var list) ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list) : [];
}
