namespace IntegrationHub.Connectors.Abstractions;

/// <summary>How a write ended.</summary>
public abstract record SinkOutcome
{
    private SinkOutcome() { }

    /// <param name="Effect">What changed there.</param>
    /// <param name="ForeignKey">The record's id there, to be kept in the cross-reference; null after a deletion.</param>
    public sealed record Written(SinkEffect Effect, string? ForeignKey) : SinkOutcome;

    /// <summary>Nothing is known to have changed.</summary>
    public sealed record Failed(Failure Failure) : SinkOutcome;
}
