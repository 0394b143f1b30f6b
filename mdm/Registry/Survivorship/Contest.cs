namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>All who stand for one attribute group; what a rule may look at.</summary>
internal sealed record Contest(SurvivingAttribute Attribute, IReadOnlyList<Candidate> Candidates, SourceTrust Trust)
{
    /// <summary>Newest and oldest statement: ages are measured against the newest, never against a clock, so that the outcome is a function of the parts.</summary>
    public DateTimeOffset? Newest { get; } = Candidates.Max(candidate => candidate.At);

    public DateTimeOffset? Oldest { get; } = Candidates.Min(candidate => candidate.At);
}
