namespace IntegrationHub.Host.Rights;

/// <summary>What a person may ask of the town hall, or the town hall must note about one.</summary>
public enum RightsAction
{
    /// <summary>RGPD article 15: a copy of all that is held.</summary>
    Access,

    /// <summary>RGPD article 18: kept, but not read, matched or republished.</summary>
    Restriction,

    /// <summary>The end of a restriction.</summary>
    Release,

    /// <summary>RGPD article 17.</summary>
    Erasure,

    /// <summary>That the person died.</summary>
    Death,

    /// <summary>A death noted wrongly.</summary>
    DeathWithdrawal,
}
