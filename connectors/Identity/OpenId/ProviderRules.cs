using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>How one kind of provider wants the same flow (OpenID Connect Core, authorization code).</summary>
internal sealed record ProviderRules
{
    /// <summary>Begins each failure's code: <c>franceconnect</c>.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Levels asked for and accepted, weakest first; none: whatever the provider gives.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    public ClientCredentialsStyle Secret { get; init; } = ClientCredentialsStyle.Body;

    public UserInfoStyle UserInfo { get; init; } = UserInfoStyle.Signed;

    public bool ProofKey { get; init; }

    /// <summary>The provider itself checks the civil identity: what it signs is proven, not declared.</summary>
    public bool ChecksIdentity { get; init; }
}
