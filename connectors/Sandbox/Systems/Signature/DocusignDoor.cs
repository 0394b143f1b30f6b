using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Signature;

/// <summary>The account server: checks the assertion's signature, audience, user, scope and life, and gives tokens of eight hours.</summary>
internal sealed class DocusignDoor
{
    private const int Day = 28_800;

    private readonly RSA key = RSA.Create(2048);
    private readonly SandboxTokens tokens;
    private readonly TimeProvider time;

    public DocusignDoor(TimeProvider time) => (this.time, tokens) = (time, new SandboxTokens(time, Day));

    public bool Accepts(HttpContext call) => tokens.Accepts(call);

    public void Map(IEndpointRouteBuilder routes, Func<IResult> userInfo)
    {
        routes.MapPost("/oauth/token", async (HttpContext call) =>
        {
            var form = await call.Request.ReadFormAsync(call.RequestAborted);
            return Grant(form, call.Request.Host.Value!);
        });
        routes.MapGet("/oauth/userinfo", (HttpContext call) => tokens.Accepts(call) ? userInfo() : Results.Json(new { error = "invalid_token" }, statusCode: 401));
        routes.MapGet("/oauth/sandbox-key.pem", () => Results.Text(key.ExportRSAPrivateKeyPem()));
    }

    private IResult Grant(IFormCollection form, string host)
    {
        if (form["grant_type"] != "urn:ietf:params:oauth:grant-type:jwt-bearer")
        {
            return Error("unsupported_grant_type");
        }

        if (form["assertion"].ToString().Split('.') is not [var head, var claims, var signature]
            || !Decode(head).Contains("RS256", StringComparison.Ordinal)
            || !key.VerifyData(Encoding.ASCII.GetBytes($"{head}.{claims}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
        {
            return Error("invalid_grant");
        }

        using var said = JsonDocument.Parse(Decode(claims));
        return Error(said.RootElement, host) is { } error ? Error(error) : tokens.Answer("signature");
    }

    private string? Error(JsonElement said, string host)
    {
        var (now, issued, expires) = (time.GetUtcNow().ToUnixTimeSeconds(), said.GetProperty("iat").GetInt64(), said.GetProperty("exp").GetInt64());
        return said.GetProperty("iss").GetString() != SandboxContext.User || said.GetProperty("aud").GetString() != host || expires <= now || expires - issued > 3600 || issued > now + 60 ? "invalid_grant"
            : said.GetProperty("sub").GetString() != SandboxContext.User || said.GetProperty("scope").GetString() != "signature impersonation" ? "consent_required" : null;
    }

    private static string Decode(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));

    private static IResult Error(string error) => Results.Json(new { error }, statusCode: 400);
}
