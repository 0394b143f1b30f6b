using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>An OAuth 2 token endpoint for fakes: any grant whose secret or password is right gets a token.</summary>
public sealed class SandboxTokens(TimeProvider time, int lifetimeSeconds = 3600)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> issued = new();

    /// <summary>Tokens given so far.</summary>
    public int Count { get; private set; }

    /// <summary>No token given so far is taken any longer.</summary>
    public void Expire() => issued.Clear();

    public bool Accepts(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.Ordinal)
        && issued.TryGetValue(header["Bearer ".Length..], out var until) && until > time.GetUtcNow();

    public void Map(IEndpointRouteBuilder routes, string path) => routes.MapPost(path, async (HttpContext context) =>
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!context.HasBasic() && form["client_secret"] != SandboxContext.Secret && form["password"] != SandboxContext.Secret)
        {
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        }

        return Answer(form["scope"].ToString());
    });

    /// <summary>A new token, as the standard answers it (RFC 6749, 5.1): for a fake that checks the grant itself.</summary>
    public IResult Answer(string scope)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        issued[token] = time.GetUtcNow().AddSeconds(lifetimeSeconds);
        Count++;
        return Results.Json(new { access_token = token, token_type = "Bearer", expires_in = lifetimeSeconds, scope });
    }
}
