using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http.Listing;

/// <summary>One answer of a list.</summary>
/// <param name="Items">What became records.</param>
/// <param name="Rejected">What could not.</param>
/// <param name="Next">Where the next page stands, in the source's own words; null when this list is read.</param>
public sealed record ListPage(IReadOnlyList<ListItem> Items, IReadOnlyList<RejectedRecord> Rejected, string? Next)
{
    /// <summary>The list that <see cref="Next"/> stands in, or that follows when this one is read; null where there is but one, and after the last.</summary>
    public int? List { get; init; }

    /// <summary>How many entries the system says the whole list has; null when it does not say.</summary>
    public long? Total { get; init; }
}
