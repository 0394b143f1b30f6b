using System.Globalization;

namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>Hashes in documents: values of a population stand in a trained model by their hash, never as text.</summary>
internal static class HexNumbers
{
    /// <summary>"#" and sixteen digits in place of a value.</summary>
    public static bool IsOne(string text) => text.Length == 17 && text[0] == '#' && ulong.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    public static ulong One(string text) => ulong.Parse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Numbers apart by spaces or lines.</summary>
    public static IEnumerable<ulong> Read(DocumentNode node) => Words(node).Select(word => Number(node, word));

    /// <summary>Number, then share, again and again.</summary>
    public static IEnumerable<KeyValuePair<ulong, double>> ReadShares(DocumentNode node)
    {
        var words = Words(node);
        if (words.Length % 2 != 0)
        {
            throw node.Error("expected pairs of a hash and a share");
        }

        for (var i = 0; i < words.Length; i += 2)
        {
            yield return double.TryParse(words[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1
                ? new(Number(node, words[i]), share)
                : throw node.Error($"\"{words[i + 1]}\" is not a share between 0 and 1");
        }
    }

    private static string[] Words(DocumentNode node) => node.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static ulong Number(DocumentNode node, string word) =>
        ulong.TryParse(word, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : throw node.Error($"\"{word}\" is not a hash");
}
