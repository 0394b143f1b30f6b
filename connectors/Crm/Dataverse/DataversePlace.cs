namespace IntegrationHub.Connectors.Crm.Dataverse;

/// <summary>Where a read of Dataverse stands.</summary>
internal sealed record DataversePlace
{
    /// <summary>The link to go on with, verbatim: the next page, or the delta link.</summary>
    public required string Link { get; init; }

    /// <summary>The highest row version seen: what a tombstone, which has none of its own, is ordered by.</summary>
    public long High { get; init; }

    /// <summary>UTC day on which the delta link was given; it is used again within seven days or is lost. Null inside a full read.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Inside a full read: rows it gave so far.</summary>
    public long? Seen { get; init; }

    /// <summary>The full read is over; rows of earlier reads that it did not give are still to be told as deleted.</summary>
    public bool? Compare { get; init; }
}
