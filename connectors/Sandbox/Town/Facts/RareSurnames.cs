using IntegrationHub.Connectors.Sandbox.Town.Random;

namespace IntegrationHub.Connectors.Sandbox.Town.Facts;

/// <summary>The long tail of French surnames, composed by rule: half of all French surnames are borne by fewer than fifty people.</summary>
internal sealed class RareSurnames
{
    /// <summary>Ranks of the tail; some compose the same name.</summary>
    public const int Ranks = 170_000;

    private readonly string[] heads;
    private readonly string[] roots;
    private readonly string[] middles;
    private readonly string[] endings;

    public RareSurnames()
    {
        var parts = FactFile.Lists("rare-surnames.txt").ToDictionary(pair => pair.Head, pair => pair.Items);
        (heads, roots, middles, endings) = (parts["heads"], parts["roots"], parts["middles"], parts["endings"]);
    }

    /// <summary>Frequencies fall with the rank: density of rank k goes as k^(-1/3).</summary>
    public string Pick(Dice dice)
    {
        var unit = dice.Unit();
        return At((int)(Ranks * unit * Math.Sqrt(unit)));
    }

    public string At(int rank)
    {
        var dice = new Dice(0x5EED, 7, (ulong)rank);
        var head = dice.Of(heads);
        var root = dice.Of(roots);
        var (middle, ending) = (dice.Of(middles), dice.Of(endings));
        var body = root + (middle.Length > 0 && IsVowel(middle[^1]) && IsVowel(ending[0]) ? middle[..^1] : middle) + ending;
        return head.Length == 0 || head[^1] is ' ' or '-' ? head + body : head + body.ToLowerInvariant();
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'é';
}
