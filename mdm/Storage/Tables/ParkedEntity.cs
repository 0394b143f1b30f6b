namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A change a subscriber would not take; Ids is a JSON list.</summary>
internal sealed class ParkedEntity
{
    public string Subscription { get; set; } = "";

    public long Sequence { get; set; }

    public string Ids { get; set; } = "";

    public string Code { get; set; } = "";

    public string Detail { get; set; } = "";

    public long Attempts { get; set; }

    public long At { get; set; }
}
