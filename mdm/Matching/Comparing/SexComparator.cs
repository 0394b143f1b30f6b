using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Sex: weak evidence, never a veto alone.</summary>
internal sealed class SexComparator : Comparator
{
    public override string Name => "sex";

    public override IReadOnlyList<string> Levels => ["same", "different"];

    public override uint Reads => Row.Bits(Field.Sex, Field.Sex);

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        var (left, right) = (Sexes(pair.A), Sexes(pair.B));
        return left == 0 || right == 0 ? Silent : (left & right) != 0 ? 0 : 1;
    }

    /// <summary>A bit for a man, a bit for a woman: whom a record says to be one or the other.</summary>
    public static int Sexes(ReadOnlySpan<int> row)
    {
        var said = 0;
        foreach (var sex in Row.Get(row, Field.Sex))
        {
            said |= sex;
        }

        return said;
    }
}
