using System.Text.Encodings.Web;
using IntegrationHub.Hub.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace IntegrationHub.Host.Access;

/// <summary>Lets an application in by <c>Authorization: Bearer ihk_…</c>.</summary>
public sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, KeyRing keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>Marks each answer to a test key: its people do not exist.</summary>
    public const string TestHeader = "Hub-Test";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || !ApplicationKey.TrySplit(header[Bearer.Length..].Trim(), out var id, out var secret))
        {
            return AuthenticateResult.Fail("not a key of this hub");
        }

        var key = await keys.FindAsync(id, Context.RequestAborted);
        if (key is null || !Secrets.Matches(secret, key.Hash))
        {
            return AuthenticateResult.Fail("unknown or revoked key");
        }

        if (key.Test)
        {
            Response.Headers[TestHeader] = "true";
        }

        return AuthenticateResult.Success(new AuthenticationTicket(HubClaims.Principal(key.Id, Role.Application, Scheme.Name, key.Test), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
