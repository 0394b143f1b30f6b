using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Which comparisons of a pair say anything, told by tables from the fields that both records carry: no branch a comparison.</summary>
internal sealed class Speech
{
    private const int Bytes = 4;

    /// <summary>By byte of a record's presence and its value: the comparisons that read one of those fields.</summary>
    private readonly uint[] _readers = new uint[Bytes << 8];

    /// <summary>By byte of the set of silent comparisons and its value.</summary>
    private readonly Silence[] _silences = new Silence[2 << 8];

    /// <param name="reads">Fields of each comparison, in the order they run.</param>
    /// <param name="silences">What each adds when silent, in the same order.</param>
    public Speech(uint[] reads, Silence[] silences)
    {
        All = (1u << reads.Length) - 1;
        for (var at = 0; at < _readers.Length; at++)
        {
            var fields = (uint)(at & 0xFF) << (8 * (at >> 8));
            for (var k = 0; k < reads.Length; k++)
            {
                _readers[at] |= (reads[k] & fields) != 0 ? 1u << k : 0;
            }
        }

        for (var at = 0; at < _silences.Length; at++)
        {
            var sum = new Silence(0, ~0UL, 0, 0);
            for (var k = 8 * (at >> 8); k < Math.Min(reads.Length, 8 * ((at >> 8) + 1)); k++)
            {
                if ((at >> (k & 7) & 1) != 0)
                {
                    sum = new Silence(sum.Pattern | silences[k].Pattern, sum.When & silences[k].When, sum.Unless | silences[k].Unless, sum.Forgone + silences[k].Forgone);
                }
            }

            _silences[at] = sum;
        }
    }

    /// <summary>A bit for every comparison.</summary>
    public uint All { get; }

    /// <summary>A bit for each comparison that says something of these two rows.</summary>
    public uint Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => Readers(Row.PresenceOf(a)) & Readers(Row.PresenceOf(b));

    /// <summary>What those that say nothing add.</summary>
    public Silence Silent(uint speaking)
    {
        var silent = All & ~speaking;
        ref readonly var low = ref _silences[silent & 0xFF];
        ref readonly var high = ref _silences[0x100 + (silent >> 8 & 0xFF)];
        return new Silence(low.Pattern | high.Pattern, low.When & high.When, low.Unless | high.Unless, low.Forgone + high.Forgone);
    }

    private uint Readers(uint presence) =>
        _readers[presence & 0xFF] | _readers[0x100 + (presence >> 8 & 0xFF)] | _readers[0x200 + (presence >> 16 & 0xFF)] | _readers[0x300 + (presence >> 24)];
}
