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
                var level = x == y ? Same : Relate(pair, table, x, y);
                Keep(level, level == Same ? table.Term(x) : 0, ref best, ref term);
            }
        }

        return best;
    }

    private static int Relate(in Pair pair, ValueTable table, int x, int y)
    {
        ref readonly var left = ref table.Facts(x);
        ref readonly var right = ref table.Facts(y);
        if (left.Word == right.Word && Local(table.Text(x)) is var local && local.SequenceEqual(Local(table.Text(y))))
        {
            return local.Length < 5 ? Different : NamedMailbox.IsOf(pair, local) ? Alike : SameLocal;
        }

        // Keys that may be wrong in addresses of these lengths.
        var slips = Math.Max(2, Math.Max(left.Length, right.Length) / 6);
        if (!ValueFacts.CountedMayBeWithin(left, right, slips))
        {
            return Different;
        }

        var a = table.Text(x);
        var b = table.Text(y);
        return Damerau.Distance(a, b, slips) > slips ? Different
            : Math.Min(Local(a).Length, Local(b).Length) >= 5 && OneEdit.Apart(a, b) ? Near : Alike;
    }

    internal static ReadOnlySpan<byte> Local(ReadOnlySpan<byte> address) => address[..Math.Max(0, address.IndexOf((byte)'@'))];
}
