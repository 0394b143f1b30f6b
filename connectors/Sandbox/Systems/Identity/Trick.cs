namespace IntegrationHub.Connectors.Sandbox.Systems.Identity;

/// <summary>How a token is forged, for a hub that must see it. None is what the real provider gives.</summary>
public enum Trick
{
    None,

    /// <summary>No signature at all.</summary>
    AlgNone,

    /// <summary>HS256, with the public key as the secret.</summary>
    PublicKeyAsSecret,

    /// <summary>Signed by a key the provider never published.</summary>
    UnknownKey,

    /// <summary>Signed by another key under the name of a published one.</summary>
    StolenKeyName,

    /// <summary>One claim changed after signing.</summary>
    Tampered,
    Expired,
    WrongAudience,
    WrongIssuer,

    /// <summary>Of the sign-in before (identity token only).</summary>
    WrongNonce,

    /// <summary>A weaker level than asked for (identity token only).</summary>
    LowLevel,

    /// <summary>Claims of somebody else (userinfo only).</summary>
    OtherSubject,

    /// <summary>Plain JSON (userinfo only).</summary>
    Unsigned,

    /// <summary>Rightly signed by a key published this very moment: no forgery, a rotation.</summary>
    RotatedKey,
}
