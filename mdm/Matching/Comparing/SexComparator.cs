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
        var a = Row.Get(pair.A, Field.Sex);
        var b = Row.Get(pair.B, Field.Sex);
        if (a.Length == 0 || b.Length == 0)
        {
            return Silent;
        }

        var (left, right) = (0, 0);
        foreach (var sex in a)
        {
            left |= sex;
        }

        foreach (var sex in b)
        {
            right |= sex;
        }

        return (left & right) != 0 ? 0 : 1;
    }
}
