using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Free text of any meaning: the same, the same words, a slip of the pen, one the beginning or a word of the other, alike.</summary>
internal sealed class TextComparator(string name, Field field) : Comparator
{
    public const int Same = 0, SameWords = 1, Near = 2, Part = 3, Alike = 4, Different = 5;

    public override string Name => name;

    public override IReadOnlyList<string> Levels => ["same", "same-words", "near", "part", "alike", "different"];

    public override uint Reads => Row.Bits(@field, @field);

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        var table = pair.Vocabulary[Fields.DomainOf(field)];
        var best = Silent;
        foreach (var x in Row.Get(pair.A, field))
        {
            foreach (var y in Row.Get(pair.B, field))
            {
                var level = x == y ? Same : Relate(pair.Vocabulary, x, y);
                Keep(level, level <= Part ? Math.Min(table.Term(x), table.Term(y)) : 0, ref best, ref term);
            }
        }

        return best;
    }

    private int Relate(Vocabulary vocabulary, int x, int y)
    {
        var domain = Fields.DomainOf(field);
        ref readonly var a = ref vocabulary[domain].Facts(x);
        ref readonly var b = ref vocabulary[domain].Facts(y);
        if (Surnames.HaveNothingInCommon(a, b) & !JaroWinkler.CountedMayReach(800, a, b))
        {
            return Different;
        }

        var cache = vocabulary.Texts(domain);
        if (!cache.TryGet(x, y, out var level))
        {
            level = (byte)Relate(vocabulary[domain].Text(x), vocabulary[domain].Text(y));
            cache.Set(x, y, level);
        }

        return level;
    }

    internal static int Relate(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var relation = Surnames.Compute(a, b, soundsAlike: false);
        return relation switch
        {
            NameRelation.Same or NameRelation.Variant => SameWords,
            NameRelation.Near => Near,
            NameRelation.Part => Part,
            _ => Math.Min(a.Length, b.Length) >= 3 && JaroWinkler.Similarity(a, b) >= 800 ? Alike : Different,
        };
    }
}
