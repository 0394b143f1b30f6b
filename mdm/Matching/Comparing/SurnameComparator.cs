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
        var best = Silent;
        term = 0;
        var (birthsA, birthsB) = (Row.Get(pair.A, Field.BirthName).Length, Row.Get(pair.B, Field.BirthName).Length);
        var a = Row.Get(pair.A, Field.BirthName, Field.FormerName);
        var b = Row.Get(pair.B, Field.BirthName, Field.FormerName);
        var table = pair.Vocabulary[Domain.Surname];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                var level = Level(Surnames.Relate(pair.Vocabulary, a[i], b[j]), i < birthsA && j < birthsB);
                var rarity = level < Swapped ? Math.Min(table.Term(a[i]), table.Term(b[j])) : 0;
                if (level < best || (level == best && rarity > term))
                {
                    (best, term) = (level, rarity);
                }
            }
        }

        return best == Different && IsWoman(pair) ? DifferentWoman : best;
    }

    private static int Level(NameRelation relation, bool births) => relation switch
    {
        NameRelation.Same => births ? Same : SameOther,
        NameRelation.Variant => Variant,
        NameRelation.Near => Near,
        NameRelation.SoundsAlike => SoundsAlike,
        NameRelation.Part => Part,
        _ => Different,
    };

    private static bool IsWoman(in Pair pair)
    {
        var a = Row.Get(pair.A, Field.Sex);
        var b = Row.Get(pair.B, Field.Sex);
        return (a.Contains(2) || b.Contains(2)) && !a.Contains(1) && !b.Contains(1);
    }
}
