using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Family name and given name in each other's place.</summary>
internal static class NameSwap
{
    /// <param name="pair">The two records.</param>
    /// <param name="rarity">Frequency adjustment of both names together, by the reading that makes them more frequent.</param>
    public static bool Holds(in Pair pair, out int rarity)
    {
        rarity = 0;
        if (!Crosses(pair.Vocabulary, pair.A, pair.B, out var x) || !Crosses(pair.Vocabulary, pair.B, pair.A, out var y))
        {
            return false;
        }

        var surnames = pair.Vocabulary[Domain.Surname];
        var given = pair.Vocabulary[Domain.GivenName];
        rarity = Math.Min(
            surnames.Term(x) + given.Term(Row.Get(pair.A, Field.GivenNames)[0]),
            surnames.Term(y) + given.Term(Row.Get(pair.B, Field.GivenNames)[0]));
        return true;
    }

    /// <summary>The same where one record bears no given name: the family name of that one is the given name of the other.</summary>
    /// <param name="pair">The two records.</param>
    /// <param name="rarity">Frequency adjustment of the name both bear.</param>
    public static bool HalfHolds(in Pair pair, out int rarity)
    {
        rarity = 0;
        var (givenA, givenB) = (Row.Get(pair.A, Field.GivenNames).Length, Row.Get(pair.B, Field.GivenNames).Length);
        if (givenA == 0 == (givenB == 0))
        {
            return false;
        }

        var holds = givenA == 0 ? Crosses(pair.Vocabulary, pair.A, pair.B, out var name) : Crosses(pair.Vocabulary, pair.B, pair.A, out name);
        rarity = holds ? pair.Vocabulary[Domain.Surname].Term(name) : 0;
        return holds;
    }

    /// <summary>A surname of one is the first given name of the other.</summary>
    private static bool Crosses(Vocabulary vocabulary, ReadOnlySpan<int> a, ReadOnlySpan<int> b, out int name)
    {
        name = 0;
        var given = Row.Get(b, Field.GivenNames);
        if (given.Length == 0)
        {
            return false;
        }

        ref readonly var facts = ref vocabulary[Domain.GivenName].Facts(given[0]);
        foreach (var x in Row.Get(a, Field.BirthName, Field.UsageName))
        {
            if (!ValueFacts.MayBeWithin(facts, vocabulary[Domain.Surname].Facts(x), 1))
            {
                continue;
            }

            var first = vocabulary[Domain.GivenName].Text(given[0]);
            var surname = vocabulary[Domain.Surname].Text(x);
            if (surname.SequenceEqual(first) || (surname.Length >= 4 && OneEdit.Apart(surname, first)))
            {
                name = x;
                return true;
            }
        }

        return false;
    }
}
