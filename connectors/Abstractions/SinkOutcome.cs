namespace IntegrationHub.Connectors.Abstractions;

/// <summary>How a write ended.</summary>
public abstract record SinkOutcome
{
    private SinkOutcome() { }

    /// <param name="Effect">What changed there.</param>
    /// <param name="ForeignKey">The record's id there, to be kept in the cross-reference; null after a deletion.</param>
    public sealed record Written(SinkEffect Effect, string? ForeignKey) : SinkOutcome
    {
        /// <summary>The record as the system holds it now, in the form its source gives it; null where the system does not say. What is read back equal to it is no news.</summary>
        public SourceRecord? Stored { get; init; }

        /// <summary>Fields that were left as they stand there, although they were asked for.</summary>
        public IReadOnlySet<string> Left { get; init; } = new HashSet<string>();

        /// <summary>Fields that were written otherwise than asked.</summary>
        public IReadOnlyList<SinkIssue> Issues { get; init; } = [];
    }

    /// <summary>Nothing is known to have changed.</summary>
    public sealed record Failed(Failure Failure) : SinkOutcome;
}
