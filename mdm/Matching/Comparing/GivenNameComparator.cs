using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Given names as ordered tokens: first against first or used name, then first against any.</summary>
internal sealed class GivenNameComparator : Comparator
{
    public const int AllSame = 0, Same = 1, FirstToken = 2, Near = 3, SoundsAlike = 4, OtherOrder = 5, Prefix = 6, Initial = 7, LookAlike = 8, Feminine = 9, Different = 10;

    public override string Name => "givenName";

    public override IReadOnlyList<string> Levels =>
        ["all-same", "same", "first-token", "near", "sounds-alike", "other-order", "prefix", "initial", "look-alike", "feminine", "different"];

    public override uint Reads => Row.Bits(Field.GivenNames, Field.UsedGivenName);

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        return pair.Surname is SurnameComparator.Swapped or SurnameComparator.HalfSwapped ? Silent : Best(pair, out term);
    }

    private static int Best(in Pair pair, out int term)
    {
        var a = Row.Get(pair.A, Field.GivenNames);
        var b = Row.Get(pair.B, Field.GivenNames);
        var usedA = Row.Get(pair.A, Field.UsedGivenName);
        var usedB = Row.Get(pair.B, Field.UsedGivenName);
        var table = pair.Vocabulary[Domain.GivenName];
        term = 0;
        if (usedA.Length + usedB.Length == 0 && a.Length > 0 && b.Length > 0)
        {
            return Unused(pair.Vocabulary, table, a, b, out term);
        }

        if (LeadingTokens.Shared(table, a, b) >= 2)
        {
            term = Math.Min(table.Term(a[0]), table.Term(b[0]));
            return AllSame;
        }

        if (a.Length + usedA.Length == 0 || b.Length + usedB.Length == 0)
        {
            return Silent;
        }

        var best = Different;
        for (var i = 0; i < 2; i++)
        {
            foreach (var x in i == 0 ? First(a) : usedA)
            {
                for (var j = 0; j < 2; j++)
                {
                    foreach (var y in j == 0 ? First(b) : usedB)
                    {
                        var level = Level(table, GivenNames.Relate(pair.Vocabulary, x, y), i == 0 ? a : [x], j == 0 ? b : [y]);
                        Keep(level, level <= Initial ? Math.Min(table.Term(x), table.Term(y)) : 0, ref best, ref term);
                    }
                }
            }
        }

        if (best > OtherOrder)
        {
            var order = OtherOrders(pair.Vocabulary, a, usedA, b, usedB, out var rarity);
            if (order)
            {
                (best, term) = (OtherOrder, rarity);
            }
        }

        return best;
    }

    /// <summary>No record says which name it goes by, as most do not: what the loops come to.</summary>
    private static int Unused(Vocabulary vocabulary, ValueTable table, ReadOnlySpan<int> a, ReadOnlySpan<int> b, out int term)
    {
        ref readonly var left = ref table.Facts(a[0]);
        ref readonly var right = ref table.Facts(b[0]);
        var maySharesMore = left.HasSpace | right.HasSpace | ((a[0] == b[0]) & (Math.Min(a.Length, b.Length) > 1));
        if (maySharesMore && LeadingTokens.Shared(table, a, b) >= 2)
        {
            term = Math.Min(left.Term, right.Term);
            return AllSame;
        }

        if (a[0] == b[0])
        {
            term = left.Term;
            return Same;
        }

        var level = Level(table, GivenNames.Relate(vocabulary, a[0], b[0], left, right), a, b);
        term = level <= Initial ? Math.Min(left.Term, right.Term) : 0;
        if (level > OtherOrder && a.Length + b.Length > 2 && OtherOrders(vocabulary, a, [], b, [], out var rarity))
        {
            (level, term) = (OtherOrder, rarity);
        }

        return level;
    }

    private static ReadOnlySpan<int> First(ReadOnlySpan<int> names) => names.Length == 0 ? names : names[..1];

    /// <summary>A first or used name of one stands further back with the other.</summary>
    private static bool OtherOrders(Vocabulary vocabulary, ReadOnlySpan<int> a, ReadOnlySpan<int> usedA, ReadOnlySpan<int> b, ReadOnlySpan<int> usedB, out int rarity)
    {
        rarity = int.MinValue;
        Look(vocabulary, First(a), b, ref rarity);
        Look(vocabulary, usedA, b, ref rarity);
        Look(vocabulary, First(b), a, ref rarity);
        Look(vocabulary, usedB, a, ref rarity);
        return rarity != int.MinValue;
    }

    private static void Look(Vocabulary vocabulary, ReadOnlySpan<int> firsts, ReadOnlySpan<int> all, ref int rarity)
    {
        var table = vocabulary[Domain.GivenName];
        foreach (var first in firsts)
        {
            ref readonly var facts = ref table.Facts(first);
            foreach (var name in all.Length > 1 ? all[1..] : [])
            {
                if (first == name || (GivenNames.MayBeNear(facts, table.Facts(name)) && GivenNames.Relate(vocabulary, first, name) == GivenRelation.Near))
                {
                    rarity = Math.Max(rarity, facts.Term);
                }
            }
        }
    }

    /// <param name="table">Holds the names.</param>
    /// <param name="relation">Of the first names.</param>
    /// <param name="a">The first name and those that come after it.</param>
    /// <param name="b">The same of the other.</param>
    private static int Level(ValueTable table, GivenRelation relation, ReadOnlySpan<int> a, ReadOnlySpan<int> b) => relation switch
    {
        GivenRelation.Same => Same,
        GivenRelation.FirstToken => FirstToken,
        GivenRelation.Near => Near,
        GivenRelation.SoundsAlike => SoundsAlike,
        GivenRelation.Prefix => Prefix,
        GivenRelation.Initial when GivenNames.FitFurther(table, a, b) => Initial,
        GivenRelation.LookAlike => LookAlike,
        GivenRelation.Feminine => Feminine,
        _ => Different,
    };
}
