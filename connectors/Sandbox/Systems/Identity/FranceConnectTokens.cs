using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Connectors.Sandbox.Systems.Identity;

/// <summary>What the town's server asks: tokens against a code, claims against a token.</summary>
internal sealed class FranceConnectTokens(FranceConnectTown town, Grants grants, SigningKeys keys, SandboxContext context)
{
    private const int Lifetime = 60;

    public async Task<IResult> TokenAsync(HttpRequest call)
    {
        var form = await call.ReadFormAsync(call.HttpContext.RequestAborted);
        if (form["client_id"] != SandboxContext.User || form["client_secret"] != SandboxContext.Secret)
        {
            return Results.Json(new { error = "invalid_client", error_description = "client authentication failed" }, statusCode: StatusCodes.Status401Unauthorized);
        }

        if (form["grant_type"] != "authorization_code" || grants.Take(form["code"].ToString()) is not { } grant || form["redirect_uri"] != grant.Redirect)
        {
            return Results.Json(new { error = "invalid_grant", error_description = "grant request is invalid" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var access = grants.Keep(grant, Lifetime);
        var half = SHA256.HashData(Encoding.ASCII.GetBytes(access)).AsSpan(0, 16);
        var identity = Forge(grant.Identity, new JsonObject
        {
            ["sub"] = town.Subject(grant.Person, SandboxContext.User), ["nonce"] = grant.Identity == Trick.WrongNonce ? new string('0', 64) : grant.Nonce,
            ["acr"] = grant.Identity == Trick.LowLevel ? "eidas0" : grant.Level, ["at_hash"] = Base64Url.EncodeToString(half), ["auth_time"] = context.Time.GetUtcNow().ToUnixTimeSeconds(),
        });
        return Results.Json(new { access_token = access, expires_in = Lifetime, id_token = keys.Sign(identity, grant.Identity), scope = grant.Scopes, token_type = "Bearer" });
    }

    public IResult UserInfo(HttpRequest call)
    {
        var header = call.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal) || grants.Find(header["Bearer ".Length..]) is not { } grant)
        {
            return Results.Json(new { error = "invalid_token", error_description = "invalid token provided" }, statusCode: StatusCodes.Status401Unauthorized);
        }

        var person = grant.UserInfo == Trick.OtherSubject ? (grant.Person + 1) % town.People.Count : grant.Person;
        var claims = town.Claims(person, SandboxContext.User, grant.Scopes.Split(' '));
        return grant.UserInfo == Trick.Unsigned
            ? Results.Json(claims)
            : Results.Text(keys.Sign(Forge(grant.UserInfo, claims), grant.UserInfo), "application/jwt");
    }

    private JsonObject Forge(Trick trick, JsonObject payload)
    {
        var now = context.Time.GetUtcNow();
        var at = trick == Trick.Expired ? now.AddHours(-1) : now;
        payload["iss"] = trick == Trick.WrongIssuer ? "https://ailleurs.example/api/v2" : new Uri(context.Address, "/api/v2").AbsoluteUri;
        payload["aud"] = trick == Trick.WrongAudience ? "another-client" : SandboxContext.User;
        payload["iat"] = at.ToUnixTimeSeconds();
        payload["exp"] = at.AddSeconds(Lifetime).ToUnixTimeSeconds();
        return payload;
    }
}
