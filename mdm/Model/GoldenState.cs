namespace IntegrationHub.Mdm.Model;

/// <summary>What an id answers today.</summary>
public enum GoldenState
{
    /// <summary>A live golden record.</summary>
    Active,

    /// <summary>Retired by a merge; it answers with the current id.</summary>
    Merged,

    /// <summary>Its last member left; nothing stands behind it until a member comes back.</summary>
    Emptied,

    /// <summary>RGPD article 18: kept, but neither read, matched nor republished.</summary>
    Restricted,

    /// <summary>RGPD article 17: gone; it answers 410.</summary>
    Erased,
}
