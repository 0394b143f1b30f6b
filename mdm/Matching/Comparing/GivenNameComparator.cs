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
        if (a.Length == 1 && b.Length == 1 && usedA.Length + usedB.Length == 0)
        {
            return Single(pair.Vocabulary, a[0], b[0], out term);
        }

        if (LeadingTokens.Shared(table, a, b) >= 2)
        {
            term = Math.Max(table.Term(a[0]), table.Term(b[0]));
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
                        Keep(Level(GivenNames.Relate(pair.Vocabulary, x, y)), Math.Min(table.Term(x), table.Term(y)), ref best, ref term);
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

    /// <summary>One given name each: what the loops below come to.</summary>
    private static int Single(Vocabulary vocabulary, int x, int y, out int term)
    {
        var table = vocabulary[Domain.GivenName];
        if (x == y)
        {
            ref readonly var facts = ref table.Facts(x);
            term = facts.Term;
            return facts.HasSpace ? AllSame : Same;
        }

        if (LeadingTokens.Shared(table, [x], [y]) >= 2)
        {
            term = Math.Max(table.Term(x), table.Term(y));
            return AllSame;
        }

        var level = Level(GivenNames.Relate(vocabulary, x, y));
        term = level <= Initial ? Math.Min(table.Term(x), table.Term(y)) : 0;
        return level;
    }

    private static ReadOnlySpan<int> First(ReadOnlySpan<int> names) => names.Length == 0 ? names : names[..1];

    private static void Keep(int level, int rarity, ref int best, ref int term)
    {
        rarity = level <= Initial ? rarity : 0;
        if (level < best || (level == best && rarity > term))
        {
            (best, term) = (level, rarity);
        }
    }

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
        foreach (var first in firsts)
        {
            foreach (var name in all.Length > 1 ? all[1..] : [])
            {
                if (GivenNames.Relate(vocabulary, first, name) is GivenRelation.Same or GivenRelation.Near)
                {
                    rarity = Math.Max(rarity, vocabulary[Domain.GivenName].Term(first));
                }
            }
        }
    }

    private static int Level(GivenRelation relation) => relation switch
    {
        GivenRelation.Same => Same,
        GivenRelation.FirstToken => FirstToken,
        GivenRelation.Near => Near,
        GivenRelation.SoundsAlike => SoundsAlike,
        GivenRelation.Prefix => Prefix,
        GivenRelation.Initial => Initial,
        GivenRelation.LookAlike => LookAlike,
        GivenRelation.Feminine => Feminine,
        _ => Different,
    };
}
