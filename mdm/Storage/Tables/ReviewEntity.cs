namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A task of the steward's queue.</summary>
internal sealed class ReviewEntity
{
    public long TaskId { get; set; }

    public string AConnection { get; set; } = "";

    public string AKey { get; set; } = "";

    public string APart { get; set; } = "";

    public long PartA { get; set; }

    public string? BConnection { get; set; }

    public string? BKey { get; set; }

    public string? BPart { get; set; }

    public long? PartB { get; set; }

    public long Weight { get; set; }

    public long Pattern { get; set; }

    public long Reason { get; set; }

    public long State { get; set; }

    public long OpenedAt { get; set; }

    public long? ClosedAt { get; set; }

    public long? DecisionId { get; set; }

    public string? Assignee { get; set; }
}
