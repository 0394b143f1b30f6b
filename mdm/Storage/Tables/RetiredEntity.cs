namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A retired id beside the id that took it over: a split looks here for ids to give back.</summary>
internal sealed class RetiredEntity
{
    public long MergedInto { get; set; }

    public long Golden { get; set; }
}
