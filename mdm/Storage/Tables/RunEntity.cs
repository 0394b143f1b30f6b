namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A run from start to end.</summary>
internal sealed class RunEntity
{
    public string RunId { get; set; } = "";

    public string Connection { get; set; } = "";

    public long State { get; set; }

    public long StartedAt { get; set; }

    public long? EndedAt { get; set; }

    public long ProgressAt { get; set; }

    public long Read { get; set; }

    public long Created { get; set; }

    public long Updated { get; set; }

    public long Unchanged { get; set; }

    public long Deleted { get; set; }

    public long Quarantined { get; set; }

    public string? FailureCode { get; set; }

    public string? FailureDetail { get; set; }
}
