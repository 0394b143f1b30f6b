using System.Security.Claims;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Host.Access;

/// <summary>What a session or key carries: the account's name, its role, and whether it is a test key.</summary>
public static class HubClaims
{
    private const string Test = "test";

    public static ClaimsPrincipal Principal(string account, Role role, string scheme, bool test = false) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, account), new Claim(ClaimTypes.Role, role.ToString()), .. test ? [new Claim(Test, "true")] : Array.Empty<Claim>()], scheme));

    /// <summary>True for a key that reads invented people only.</summary>
    public static bool IsTest(this ClaimsPrincipal principal) => principal.HasClaim(Test, "true");

    public static string? Account(this ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.Name);

    public static Role? Role(this ClaimsPrincipal principal) =>
        Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;
}
