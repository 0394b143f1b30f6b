namespace IntegrationHub.Hub.Feed;

/// <summary>The answer to one reading of the feed.</summary>
public abstract record FeedRead
{
    private FeedRead() { }

    public sealed record Page(FeedPage Value) : FeedRead;

    /// <summary>The text is no cursor: a caller's mistake (400).</summary>
    public sealed record Malformed(string Detail) : FeedRead;

    /// <summary>The cursor is from before a restore, or of another registry (410): take a snapshot, then read from its cursor.</summary>
    public sealed record Expired(string Detail) : FeedRead;
}
