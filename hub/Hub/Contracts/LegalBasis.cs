namespace IntegrationHub.Hub.Contracts;

/// <summary>Why a processing is lawful: the bases of RGPD article 6(1) open to a public body.</summary>
/// <remarks>Legitimate interests (6(1)(f)) is missing on purpose: its last sentence closes it to public authorities in the performance of their tasks.</remarks>
public enum LegalBasis
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
