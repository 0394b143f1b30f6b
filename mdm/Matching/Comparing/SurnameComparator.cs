using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Family names: the best of birth × birth, birth × usage, usage × usage and former names; swapped or regrouped with the given name as levels of their own.</summary>
internal sealed class SurnameComparator : Comparator
{
    public const int Same = 0, SameOther = 1, Variant = 2, Near = 3, SoundsAlike = 4, Part = 5, Swapped = 6, HalfSwapped = 7, DifferentWoman = 8, Different = 9;

    public override string Name => "surname";

    public override IReadOnlyList<string> Levels =>
        ["same", "same-other-name", "variant", "near", "sounds-alike", "part", "swapped", "half-swapped", "different-woman", "different"];

    public override uint Reads => Row.Bits(Field.BirthName, Field.FormerName);

    /// <summary>Swapped and regrouped names add the rarity of both.</summary>
    public override int MostTerm(int level, IReadOnlyList<int> mostTerms) =>
        Math.Max(0, mostTerms[(int)Domain.Surname]) + (level == Swapped ? Math.Max(0, mostTerms[(int)Domain.GivenName]) : 0);

    public override int Compare(ref Pair pair, out int term)
    {
        var level = Best(pair, out term);
        if (level is >= Near and not Silent && (NameSwap.Holds(pair, out var rarity) || NameRegrouping.Holds(pair, out rarity)))
        {
            (level, term) = (Swapped, rarity);
        }

        else if (level is >= DifferentWoman and not Silent && NameSwap.HalfHolds(pair, out rarity))
        {
            (level, term) = (HalfSwapped, rarity);
        }

        pair.Surname = level;
        return level;
    }

    private static int Best(in Pair pair, out int term)
    {
        var a = Row.Get(pair.A, Field.BirthName, Field.FormerName);
        var b = Row.Get(pair.B, Field.BirthName, Field.FormerName);
        var table = pair.Vocabulary[Domain.Surname];
        if (a.Length == 1 && b.Length == 1)
        {
            return Single(pair, table, a[0], b[0], out term);
        }

        var best = Equal(pair, a, b, out term);
        if (best != Silent)
        {
            return best;
        }

        foreach (var x in a)
        {
            foreach (var y in b)
            {
                var level = Level(Surnames.Relate(pair.Vocabulary, x, y));
                Keep(level, level < Swapped ? Math.Min(table.Term(x), table.Term(y)) : 0, ref best, ref term);
            }
        }

        return best == Different && IsWoman(pair) ? DifferentWoman : best;
    }

    /// <summary>One name each, as most records have: what the loops come to.</summary>
    private static int Single(in Pair pair, ValueTable table, int x, int y, out int term)
    {
        ref readonly var left = ref table.Facts(x);
        if (x == y)
        {
            term = left.Term;
            return Row.CountOf(pair.A, Field.BirthName) + Row.CountOf(pair.B, Field.BirthName) == 2 ? Same : SameOther;
        }

        ref readonly var right = ref table.Facts(y);
        var level = Level(Surnames.Relate(pair.Vocabulary, x, y, left, right));
        term = level < Swapped ? Math.Min(left.Term, right.Term) : 0;
        return level == Different && IsWoman(pair) ? DifferentWoman : level;
    }

    /// <summary>The best of the names both bear, told without their letters; silent when they share none.</summary>
    private static int Equal(in Pair pair, ReadOnlySpan<int> a, ReadOnlySpan<int> b, out int term)
    {
        term = 0;
        var best = Silent;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                if (a[i] == b[j])
                {
                    var level = i < Row.CountOf(pair.A, Field.BirthName) && j < Row.CountOf(pair.B, Field.BirthName) ? Same : SameOther;
                    Keep(level, pair.Vocabulary[Domain.Surname].Term(a[i]), ref best, ref term);
                }
            }
        }

        return best;
    }

    private static int Level(NameRelation relation) => relation switch
    {
        NameRelation.Variant => Variant,
        NameRelation.Near => Near,
        NameRelation.SoundsAlike => SoundsAlike,
        NameRelation.Part => Part,
        _ => Different,
    };

    /// <summary>Some say a woman, none a man.</summary>
    private static bool IsWoman(in Pair pair) => (SexComparator.Sexes(pair.A) | SexComparator.Sexes(pair.B)) == 2;
}
