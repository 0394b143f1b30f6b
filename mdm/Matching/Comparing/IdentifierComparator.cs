using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Identifiers of one naming system ("system:value"): the same, one key apart, different, both verified and different.</summary>
internal sealed class IdentifierComparator : Comparator
{
    public const int Same = 0, Near = 1, Different = 2, VerifiedDifferent = 3;

    public override string Name => "identifier";

    public override IReadOnlyList<string> Levels => ["same", "near", "different", "verified-different"];

    public override uint Reads => Row.Bits(Field.Identifier, Field.Identifier);

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        var best = Silent;
        var verified = false;
        foreach (var x in Row.Get(pair.A, Field.Identifier))
        {
            foreach (var y in Row.Get(pair.B, Field.Identifier))
            {
                var level = Relate(pair.Vocabulary[Domain.Identifier], x, y);
                verified |= level == VerifiedDifferent;
                best = Math.Min(best, level == VerifiedDifferent ? Different : level);
            }
        }

        return best != Same && verified ? VerifiedDifferent : best;
    }

    private static int Relate(ValueTable table, int x, int y)
    {
        if (x >> 1 == y >> 1)
        {
            return Same;
        }

        var a = table.Text(x >> 1);
        var b = table.Text(y >> 1);
        var system = a.LastIndexOf((byte)':');
        if (system < 0 || b.LastIndexOf((byte)':') != system || !a[..system].SequenceEqual(b[..system]))
        {
            return Silent;
        }

        var left = a[(system + 1)..];
        var right = b[(system + 1)..];
        if ((x & y & 1) == 1)
        {
            return VerifiedDifferent;
        }

        return Math.Min(left.Length, right.Length) >= 6 && OneEdit.Apart(left, right) ? Near : Different;
    }
}
