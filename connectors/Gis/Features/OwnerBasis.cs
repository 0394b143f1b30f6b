namespace IntegrationHub.Connectors.Gis.Features;

/// <summary>What permits reading who owns a property: RGPD article 6(1).</summary>
public enum OwnerBasis
{
    /// <summary>6(1)(a).</summary>
    Consent,

    /// <summary>6(1)(b).</summary>
    Contract,

    /// <summary>6(1)(c).</summary>
    LegalObligation,

    /// <summary>6(1)(d).</summary>
    VitalInterests,

    /// <summary>6(1)(e).</summary>
    PublicTask,
}
