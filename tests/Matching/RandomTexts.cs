using System.Globalization;

namespace IntegrationHub.Tests.Matching;

/// <summary>Pairs of near and far names over a small alphabet. <c>MATCHING_PAIRS</c> sets how many; a million for a release.</summary>
internal static class RandomTexts
{
    private static readonly string[] Particles = ["DE ", "LA ", "LE ", "DU ", "BEN ", "ST ", "VAN "];

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("MATCHING_PAIRS"), CultureInfo.InvariantCulture, out var pairs) ? pairs : 20_000;

    /// <summary>Single words.</summary>
    public static IEnumerable<(string A, string B)> Words() => Pairs(random => Letters(random, random.Next(1, 14)));

    /// <summary>Names with particles, two words, initials.</summary>
    public static IEnumerable<(string A, string B)> Names() => Pairs(Name);

    private static IEnumerable<(string A, string B)> Pairs(Func<Random, string> make)
    {
        var random = new Random(20261121);
        for (var i = 0; i < Count; i++)
        {
            var a = make(random);
            yield return (a, random.Next(3) == 0 ? make(random) : Edited(random, a));
        }
    }

    private static string Name(Random random)
    {
        var name = random.Next(4) == 0 ? Particles[random.Next(Particles.Length)] : "";
        name += Letters(random, random.Next(1, 12));
        return random.Next(4) == 0 ? $"{name} {Letters(random, random.Next(1, 8))}" : name;
    }

    private static string Edited(Random random, string text)
    {
        for (var edits = random.Next(4); edits > 0 && text.Length > 1; edits--)
        {
            var at = random.Next(text.Length - 1);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Letters(random, 1)),
                2 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
                _ => text[..at] + Letters(random, 1) + text[(at + 1)..],
            };
        }

        text = string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? "A" : text;
    }

    private static string Letters(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('A' + random.Next(5))));
}
