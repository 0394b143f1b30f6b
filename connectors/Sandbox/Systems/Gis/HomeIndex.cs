using IntegrationHub.Connectors.Sandbox.Town.Errors;
using IntegrationHub.Connectors.Sandbox.Town.Population;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>Homes by the words of their addresses.</summary>
internal sealed class HomeIndex
{
    private static readonly char[] Between = [' ', ',', '-', '\'', '.'];

    private readonly List<(Home Home, string Label, int Words)> homes = [];
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);

    public HomeIndex(IEnumerable<Home> town)
    {
        foreach (var home in town)
        {
            var label = GeoplateformeAddress.Of(home).Label;
            var words = Words(label);
            foreach (var word in words)
            {
                (byWord.TryGetValue(word, out var places) ? places : byWord[word] = []).Add(homes.Count);
            }

            homes.Add((home, label, words.Count));
        }
    }

    /// <summary>Every home, and how much of its address and the text is shared, 0 to 1.</summary>
    public IEnumerable<(Home Home, string Label, double Score)> Find(string text)
    {
        var (asked, shared) = (Words(text), new int[homes.Count]);
        foreach (var word in asked)
        {
            foreach (var place in byWord.GetValueOrDefault(word) ?? [])
            {
                shared[place]++;
            }
        }

        return homes.Select((home, place) => (home.Home, home.Label, Score: Math.Round(2.0 * shared[place] / (asked.Count + home.Words), 4)));
    }

    private static HashSet<string> Words(string text) => [.. Fold.Accents(text).ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries)];
}
