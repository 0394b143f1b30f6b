using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>The records training looks at, as rows in the order of their keys, so that the order they came in decides nothing.</summary>
internal sealed class Population
{
    public Population(MatchModel model, IEnumerable<MatchRecord> records)
    {
        Vocabulary = model.NewVocabulary();
        var sorted = records.OrderBy(r => r.Key).ToList();
        Keys = [.. sorted.Select(r => r.Key)];
        Rows = [.. sorted.Select(r => model.Rows.Write(r, Vocabulary))];
        Fingerprint = FingerprintOf(sorted);
    }

    public IReadOnlyList<MatchKey> Keys { get; }

    public int[][] Rows { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>Hash of keys and values, in key order.</summary>
    public string Fingerprint { get; }

    public int Count => Rows.Length;

    /// <summary>Positions in an order that has nothing to do with the data and is the same every time.</summary>
    public IReadOnlyList<int> Shuffled() =>
        [.. Enumerable.Range(0, Count).Select(i => (Order: Hash.Combine((ulong)i, 0x5EED), i)).Order().Select(p => p.i)];

    private static string FingerprintOf(List<MatchRecord> records)
    {
        ulong hash = 0;
        foreach (var record in records)
        {
            hash = Text(Text(Text(hash, record.Key.Connection), record.Key.Key), record.Key.Part);
            foreach (var values in record.Values)
            {
                hash = Hash.Combine(hash, (ulong)values.Count);
                foreach (var value in values)
                {
                    hash = Text(hash, value);
                }
            }
        }

        return $"{hash:x16}";

        static ulong Text(ulong hash, string text) => Hash.Combine(hash, Hash.Of(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan())));
    }
}
