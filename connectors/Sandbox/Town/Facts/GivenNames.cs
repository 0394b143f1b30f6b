using System.Globalization;
using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Facts;

/// <summary>Given names by sex, origin and year of birth.</summary>
internal sealed class GivenNames
{
    private readonly Dictionary<(char Sex, string Origin), List<(int From, int To, WeightedList<string> Names)>> lists = [];

    public GivenNames()
    {
        foreach (var (head, names) in FactFile.Lists("given-names.txt"))
        {
            var words = head.Split(' ', '-');
            var key = (words[0][0], words[1]);
            if (!lists.TryGetValue(key, out var cohorts))
            {
                lists[key] = cohorts = [];
            }

            cohorts.Add((Year(words[2]), Year(words[3]), FactFile.Zipf(names, 5)));
        }

        Plain = lists.Values.SelectMany(cohorts => cohorts).SelectMany(cohort => cohort.Names.Items)
            .SelectMany(name => Fold.Accents(name).ToUpperInvariant().Split(' ', '-')).ToHashSet(StringComparer.Ordinal);
        Nicknames = FactFile.Lists("nicknames.txt").ToDictionary(pair => pair.Head, pair => pair.Items[0]);

        static int Year(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>Every word of a given name, in capitals without accents.</summary>
    public IReadOnlySet<string> Plain { get; }

    public IReadOnlyDictionary<string, string> Nicknames { get; }

    /// <summary>Families of another origin give a French name too, those from Europe and Brittany often; where an origin has no list of its own they always do.</summary>
    public string Pick(Dice dice, char sex, string origin, int year)
    {
        var french = dice.Chance(origin is "maghreb" or "afrique" or "turc" ? 0.15 : 0.4);
        return (french ? null : Cohort(sex, origin, year)?.Pick(dice)) ?? Cohort(sex, "fr", year)!.Pick(dice);
    }

    private WeightedList<string>? Cohort(char sex, string origin, int year)
    {
        if (!lists.TryGetValue((sex, origin), out var cohorts))
        {
            return null;
        }

        foreach (var (from, to, names) in cohorts)
        {
            if (year >= from && year <= to)
            {
                return names;
            }
        }

        return null;
    }
}
