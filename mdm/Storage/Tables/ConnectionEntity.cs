namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A connection's name by number, so that a million rows need not repeat it, and how many of its records are live.</summary>
internal sealed class ConnectionEntity
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    public long LiveRecords { get; set; }
}
