using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Feed;

/// <summary>Some changes in commit order, and where to read on.</summary>
/// <param name="Changes">What the reader may see; may be empty although the cursor moved on.</param>
/// <param name="End">Where to read on.</param>
/// <param name="More">True when the log holds more already: read on at once.</param>
public sealed record FeedPage(IReadOnlyList<ChangeView> Changes, FeedCursor End, bool More)
{
    /// <summary>Cursor for the next call, always given.</summary>
    public string Next => End.ToString();
}
