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

            cohorts.Add((Year(words[2]), Year(words[3]), FactFile.Zipf(names, Offset(words[1], Year(words[3])))));
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
        return french || origin == "fr" ? French(dice, sex, year) : Cohort(sex, origin, year)?.Pick(dice) ?? French(dice, sex, year);
    }

    /// <summary>Before 1950 a few names served most children; since 1995 two in five bear a rare one (INSEE, fichier des prénoms).</summary>
    private string French(Dice dice, char sex, int year)
    {
        var rare = dice.Unit() < (year < 1950 ? 0.04 : year < 1965 ? 0.10 : year < 1995 ? 0.22 : 0.4);
        return Cohort(sex, rare ? "tail" : "fr", year)!.Pick(dice);
    }

    /// <summary>The larger, the more alike in frequency are the names of a list.</summary>
    private static double Offset(string origin, int lastYear) => origin switch
    {
        "tail" => 60,
        "fr" => lastYear < 1950 ? 5 : lastYear < 1980 ? 10 : 20,
        _ => 8,
    };

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
