namespace IntegrationHub.Connectors.Http.Listing;

/// <summary>The checkpoint: where a read stands.</summary>
public sealed record ListPlace
{
    /// <summary>The first read of all: every record is given, known or not.</summary>
    public bool First { get; init; }

    /// <summary>The next page; null at the beginning.</summary>
    public string? Position { get; init; }

    /// <summary>Which of several lists; 0 the first, left out where there is but one.</summary>
    public int? List { get; init; }

    /// <summary>The run's {since}, before the look-back.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The last change seen.</summary>
    public DateTimeOffset? Cursor { get; init; }

    /// <summary>This read came to its end; the next begins another.</summary>
    public bool Done { get; init; }

    /// <summary>What a run that follows this checkpoint starts with.</summary>
    public ListPlace Begin() => Done ? new ListPlace { Since = Cursor, Cursor = Cursor } : this;
}
