using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Phone numbers: the same or one key apart.</summary>
internal sealed class PhoneComparator : Comparator
{
    public const int Same = 0, Near = 1, Different = 2;

    public override string Name => "phone";

    public override IReadOnlyList<string> Levels => ["same", "near", "different"];

    public override uint Reads => Row.Bits(Field.Phone, Field.Phone);

    public override bool Foresees => true;

    public override int BestOf(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => Row.Share(a, b, Field.Phone) ? Same : Near;

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        var table = pair.Vocabulary[Domain.Phone];
        var best = Silent;
        foreach (var x in Row.Get(pair.A, Field.Phone))
        {
            foreach (var y in Row.Get(pair.B, Field.Phone))
            {
                var level = x == y ? Same : AreNear(table, x, y) ? Near : Different;
                Keep(level, level == Same ? table.Term(x) : 0, ref best, ref term);
            }
        }

        return best;
    }

    private static bool AreNear(ValueTable table, int x, int y)
    {
        ref readonly var a = ref table.Facts(x);
        ref readonly var b = ref table.Facts(y);
        return ValueFacts.MayBeWithin(a, b, 1)
            && (a.Code != 0 && b.Code != 0 ? PackedDigits.OneEditApart(a.Code, a.Length, b.Code, b.Length) : OneEdit.Apart(table.Text(x), table.Text(y)));
    }
}
