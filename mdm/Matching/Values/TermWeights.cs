using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Frequency adjustments of one domain: log2(reference / frequency), in thousandths of a bit, floored frequency, frozen in the model.</summary>
internal sealed class TermWeights
{
    public static readonly TermWeights None = new([], 1, 1, 1, []);

    private readonly Dictionary<ulong, int> _known = [];
    private readonly int _unknown;
    private readonly HashSet<ulong> _names;

    /// <param name="frequencies">Share of records by folded value.</param>
    /// <param name="reference">The u of the exact level: a value of this frequency is adjusted by nothing.</param>
    /// <param name="unknown">Frequency of a value the table does not hold.</param>
    /// <param name="names">Values that are words of their own, never another's misspelling.</param>
    /// <param name="floor">Rarest frequency believed.</param>
    public TermWeights(IReadOnlyList<KeyValuePair<ulong, double>> frequencies, double reference, double unknown, double floor, IEnumerable<ulong> names)
    {
        foreach (var (value, frequency) in frequencies)
        {
            _known[value] = Weight(frequency);
        }

        _unknown = Weight(unknown);
        _names = [.. names];

        int Weight(double frequency) => (int)Math.Round(1000 * Math.Log2(reference / Math.Max(frequency, floor)));
    }

    /// <summary>The greatest adjustment any value gets.</summary>
    public int Most => _known.Count == 0 ? _unknown : Math.Max(_unknown, _known.Values.Max());

    public bool IsKnown(ReadOnlySpan<byte> text) => _names.Contains(Hash.Of(text));

    public int Of(ReadOnlySpan<byte> text) => _known.Count > 0 && _known.TryGetValue(Hash.Of(text), out var weight) ? weight : _unknown;
}
