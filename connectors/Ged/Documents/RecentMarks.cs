using System.Globalization;

namespace IntegrationHub.Connectors.Ged.Documents;

/// <summary>What was given lately. Beyond the newest few thousand a look-back gives records again, which the hub recognises by their content.</summary>
internal sealed class RecentMarks(IEnumerable<string> marks, TimeSpan lookBack)
{
    private const int Most = 3000;

    private readonly HashSet<string> held = new(marks, StringComparer.Ordinal);

    /// <returns>False when it was given before.</returns>
    public bool Add(FoundDocument document) => held.Add(document.Mark);

    /// <summary>Those not older than the look-back before the newest of their kind: changes and deletions are read from places of their own.</summary>
    public IReadOnlyList<string> Kept() => [.. held.GroupBy(IsDeletion).OrderBy(kind => kind.Key).SelectMany(Newest)];

    private IEnumerable<string> Newest(IEnumerable<string> kind)
    {
        var dated = kind.Select(mark => (Mark: mark, At: At(mark))).ToList();
        var since = dated.Max(entry => entry.At) - (long)lookBack.TotalMilliseconds;
        return dated.Where(entry => entry.At >= since).OrderByDescending(entry => entry.At).ThenBy(entry => entry.Mark, StringComparer.Ordinal).Take(Most).Select(entry => entry.Mark);
    }

    private static bool IsDeletion(string mark) => mark.EndsWith('-');

    private static long At(string mark) => long.Parse(mark.AsSpan(mark.LastIndexOf('@') + 1).TrimEnd('-'), NumberStyles.None, CultureInfo.InvariantCulture);
}
