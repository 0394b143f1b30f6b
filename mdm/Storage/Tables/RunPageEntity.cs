namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>What one page of a run did: the body lists keys and outcomes as JSON.</summary>
internal sealed class RunPageEntity
{
    public string RunId { get; set; } = "";

    public long Page { get; set; }

    public long Connection { get; set; }

    public byte[] Body { get; set; } = [];
}
