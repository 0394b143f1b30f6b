using System.Globalization;

namespace IntegrationHub.Connectors.Ged.Documents;

/// <summary>What was given lately. Beyond the newest few thousand a look-back gives records again, which the hub recognises by their content.</summary>
internal sealed class RecentMarks(IEnumerable<string> marks, TimeSpan lookBack)
{
    private const int Most = 3000;

    private readonly HashSet<string> held = new(marks, StringComparer.Ordinal);

    /// <returns>False when it was given before.</returns>
    public bool Add(FoundDocument document) => held.Add(document.Mark);

    /// <summary>Those not older than the look-back before the newest, newest first.</summary>
    public IReadOnlyList<string> Since(long high) =>
        [.. held.Select(mark => (Mark: mark, At: At(mark))).Where(entry => entry.At >= high - (long)lookBack.TotalMilliseconds)
            .OrderByDescending(entry => entry.At).ThenBy(entry => entry.Mark, StringComparer.Ordinal).Take(Most).Select(entry => entry.Mark)];

    private static long At(string mark) => long.Parse(mark.AsSpan(mark.LastIndexOf('@') + 1).TrimEnd('-'), NumberStyles.None, CultureInfo.InvariantCulture);
}
