using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>E-mail addresses: the same, nearly the same, the same name at another provider, alike but for a few keys.</summary>
internal sealed class EmailComparator : Comparator
{
    public const int Same = 0, Near = 1, SameLocal = 2, Alike = 3, Different = 4;

    public override string Name => "email";

    public override IReadOnlyList<string> Levels => ["same", "near", "same-local-part", "alike", "different"];

    public override uint Reads => Row.Bits(Field.Email, Field.Email);

    public override bool Foresees => true;

    public override int BestOf(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => Row.Share(a, b, Field.Email) ? Same : Near;

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        var table = pair.Vocabulary[Domain.Email];
        var best = Silent;
        foreach (var x in Row.Get(pair.A, Field.Email))
        {
            foreach (var y in Row.Get(pair.B, Field.Email))
            {
                var level = x == y ? Same : AreStrangers(table.Facts(x), table.Facts(y)) ? Different : Relate(table.Text(x), table.Text(y));
                if (level < best)
                {
                    (best, term) = (level, level == Same ? table.Term(x) : 0);
                }
            }
        }

        return best;
    }

    /// <summary>Neither the local parts agree nor all but a few letters.</summary>
    private static bool AreStrangers(in ValueFacts a, in ValueFacts b) => a.Code != b.Code && !ValueFacts.MayBeWithin(a, b, Slips(a.Length, b.Length));

    /// <summary>Keys that may be wrong in addresses of these lengths.</summary>
    private static int Slips(int a, int b) => Math.Max(2, Math.Max(a, b) / 6);

    private static int Relate(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var localA = a[..a.IndexOf((byte)'@')];
        var localB = b[..b.IndexOf((byte)'@')];
        if (localA.SequenceEqual(localB))
        {
            return localA.Length >= 5 ? SameLocal : Different;
        }

        return Math.Min(localA.Length, localB.Length) >= 5 && OneEdit.Apart(a, b) ? Near
            : Damerau.Distance(a, b) <= Slips(a.Length, b.Length) ? Alike : Different;
    }
}
