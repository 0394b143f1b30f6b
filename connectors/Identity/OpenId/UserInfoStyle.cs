using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>Where the claims come from (OpenID Connect Core, 5.3).</summary>
public enum UserInfoStyle
{
    /// <summary>The userinfo address, as a signed JWT.</summary>
    Signed,

    /// <summary>The userinfo address, as plain JSON: nobody signs it, so it is declared.</summary>
    Plain,

    /// <summary>The identity token itself.</summary>
    [JsonStringEnumMemberName("id-token")]
    IdToken,
}
