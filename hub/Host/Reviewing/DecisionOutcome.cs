namespace IntegrationHub.Host.Reviewing;

/// <summary>How a steward's press ended.</summary>
public abstract record DecisionOutcome
{
    private DecisionOutcome() { }

    public sealed record Done : DecisionOutcome;

    /// <summary>No such task, or nothing to undo there.</summary>
    public sealed record Unknown : DecisionOutcome;

    /// <summary>The task was settled in the meantime.</summary>
    public sealed record Settled : DecisionOutcome;

    /// <param name="Decisions">Decisions in force that stand against it.</param>
    public sealed record Contradicts(IReadOnlyList<long> Decisions) : DecisionOutcome;
}
