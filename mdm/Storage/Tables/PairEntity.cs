namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A scored pair. The younger part comes first, so that new pairs are appended; Swapped tells that it is the pair's A.</summary>
internal sealed class PairEntity
{
    public long Younger { get; set; }

    public long Older { get; set; }

    public long Swapped { get; set; }

    public long Weight { get; set; }

    public long Pattern { get; set; }

    public long Vetoed { get; set; }
}
