using System.Globalization;
using IntegrationHub.Hub.Feed;

namespace IntegrationHub.Hub.Enriching;

/// <summary>How far an enricher has followed the change log: a feed cursor, and after a full stop, while everybody is asked about anew, since when.</summary>
/// <param name="At">Place in the log.</param>
/// <param name="Since">Microseconds since 1970: an answer with an earlier number is asked for again. 0 when all answers stand.</param>
internal readonly record struct AskingPlace(FeedCursor At, long Since)
{
    private const char Stop = '.';

    /// <summary>A place that was never given is the log's beginning, and all answers stand.</summary>
    public static AskingPlace Parse(string text)
    {
        var cut = text.IndexOf(Stop, StringComparison.Ordinal);
        var since = cut >= 0 && long.TryParse(text.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var instant) ? instant : 0;
        return new AskingPlace(FeedCursor.TryParse(cut < 0 ? text : text[..cut], out var cursor) ? cursor : FeedCursor.Start, since);
    }

    public static long Instant(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public override string ToString() => Since == 0 ? At.ToString() : string.Create(CultureInfo.InvariantCulture, $"{At}{Stop}{Since}");
}
