using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Blocking;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Blocking keys of a run of slots, one after the other.</summary>
internal sealed class KeyBatch
{
    private readonly List<ulong> _keys = [];
    private readonly List<int> _ends = [];

    public KeyBatch(MatchIndex index, int first, int end)
    {
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        for (var slot = first; slot < end; slot++)
        {
            var count = index.Model.Keys.Write(index.Slots.Row(slot).Span, index.Vocabulary, keys);
            _keys.AddRange(keys[..count]);
            _ends.Add(_keys.Count);
        }
    }

    public ReadOnlySpan<ulong> Of(int i)
    {
        var start = i == 0 ? 0 : _ends[i - 1];
        return CollectionsMarshal.AsSpan(_keys)[start.._ends[i]];
    }
}
