namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>The one row of counters; every commit changes it first, under the condition that epoch and page are still its own.</summary>
internal sealed class StateEntity
{
    public long Id { get; set; }

    public long Epoch { get; set; }

    public long Page { get; set; }

    public long LastRecord { get; set; }

    public long LastPart { get; set; }

    public long GoldenCount { get; set; }

    public long LastChange { get; set; }

    public long LastDecision { get; set; }

    public long LastReview { get; set; }

    public long LastVersionRow { get; set; }

    public long LastQuarantine { get; set; }

    public byte[] IdKey { get; set; } = [];

    public string? ModelVersion { get; set; }
}
