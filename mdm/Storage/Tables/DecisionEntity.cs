namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A human decision on two source parts; the hashes of their record keys serve erasure.</summary>
internal sealed class DecisionEntity
{
    public long DecisionId { get; set; }

    public string AConnection { get; set; } = "";

    public string AKey { get; set; } = "";

    public string APart { get; set; } = "";

    public byte[] AHash { get; set; } = [];

    public string BConnection { get; set; } = "";

    public string BKey { get; set; } = "";

    public string BPart { get; set; } = "";

    public byte[] BHash { get; set; } = [];

    public long Same { get; set; }

    public string By { get; set; } = "";

    public long At { get; set; }

    public string? Reason { get; set; }

    public long Action { get; set; }

    public long? GoldenA { get; set; }

    public long? GoldenB { get; set; }

    public string? WithdrawnBy { get; set; }

    public long? WithdrawnAt { get; set; }
}
