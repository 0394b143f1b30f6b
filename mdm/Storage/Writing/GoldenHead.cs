using IntegrationHub.Mdm.Storage.Searching;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Where a golden id stands while a page is written: its current version, its last change, and the search rows it has.</summary>
internal sealed class GoldenHead
{
    public required long Golden { get; init; }

    public long? Row { get; set; }

    public long State { get; set; }

    public long? LastChange { get; set; }

    public long Connections { get; set; }

    public long? MergedInto { get; set; }

    public SearchTerms Terms { get; set; } = SearchTerms.None;

    /// <summary>As the database has it; null for an id it does not know.</summary>
    public GoldenHead? Stored { get; init; }
}
