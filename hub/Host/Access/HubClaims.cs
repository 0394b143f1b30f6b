using System.Security.Claims;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Host.Access;

/// <summary>The two claims a session or key carries: the account's name and its role.</summary>
public static class HubClaims
{
    public static ClaimsPrincipal Principal(string account, Role role, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, account), new Claim(ClaimTypes.Role, role.ToString())], scheme));

    public static string? Account(this ClaimsPrincipal principal) => principal.FindFirstValue(ClaimTypes.Name);

    public static Role? Role(this ClaimsPrincipal principal) =>
        Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role) ? role : null;
}
