namespace IntegrationHub.Host.Rights;

/// <summary>How an order about a person ended.</summary>
public abstract record RightsOutcome
{
    private RightsOutcome() { }

    /// <param name="Entry">Its line in the register.</param>
    public sealed record Done(RightsEntry Entry) : RightsOutcome;

    /// <summary>No such person.</summary>
    public sealed record Unknown : RightsOutcome;

    /// <summary>Erased before.</summary>
    public sealed record Gone : RightsOutcome;

    /// <summary>Already so, or impossible in the record's state: a restricted record takes no death, only a restricted one is released.</summary>
    public sealed record NotNow : RightsOutcome;

    /// <param name="Property">What cannot be used as sent: reason, proof, date or place.</param>
    public sealed record Invalid(string Property) : RightsOutcome;
}
