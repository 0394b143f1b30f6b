namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>How far a subscription has received the change log.</summary>
internal sealed class CursorEntity
{
    public string Subscription { get; set; } = "";

    public long Sequence { get; set; }

    public long ProgressAt { get; set; }
}
