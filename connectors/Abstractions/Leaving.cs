namespace IntegrationHub.Connectors.Abstractions;

/// <summary>Why a record is taken away from a foreign system; a system may answer each in its own way.</summary>
public enum Leaving
{
    /// <summary>It is no concern of this system any more: nothing stands behind it, or it left what the subscription covers.</summary>
    Gone,

    /// <summary>Another record answers for it: see <see cref="OutgoingRecord.Into"/>.</summary>
    Merged,

    /// <summary>RGPD article 18: not to be used until it comes back.</summary>
    Restricted,

    /// <summary>RGPD article 17: no value of it may stay.</summary>
    Erased,
}
