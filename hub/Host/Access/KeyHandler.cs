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
        return key is not null && Secrets.Matches(secret, key.Hash)
            ? AuthenticateResult.Success(new AuthenticationTicket(HubClaims.Principal(key.Id, Role.Application, Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail("unknown or revoked key");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
