namespace IntegrationHub.Mdm.Matching;

/// <summary>Why a doubt is one, in the order a steward should meet them.</summary>
public enum DoubtReason
{
    /// <summary>Its weight lies between the review and the link threshold.</summary>
    BetweenThresholds,

    /// <summary>A veto holds it back: verified identifiers differ, twins, a status.</summary>
    Vetoed,

    /// <summary>Two clusters are nearly as good for the same record.</summary>
    Margin,

    /// <summary>Joining would break a guard: a cross pair disagrees and is not outvoted, a duplicate-free source stands twice, a lone bridge.</summary>
    Guard,

    /// <summary>The component outgrew the model's cap and its link threshold rose.</summary>
    Oversized,

    /// <summary>No blocking rule has a key for this record.</summary>
    NoUsableKey,
}
