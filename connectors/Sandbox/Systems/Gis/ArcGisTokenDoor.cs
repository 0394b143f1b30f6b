using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Gis;

/// <summary>generateToken, and the door that asks for one: 499 without a token, 498 with one it does not know, both inside HTTP 200. The first token given serves for three requests only.</summary>
internal sealed class ArcGisTokenDoor(TimeProvider time)
{
    private const int FirstServes = 3;

    private readonly ConcurrentDictionary<string, int> left = new();

    public void Map(IEndpointRouteBuilder routes, string path) => routes.MapPost(path, async (HttpContext call) =>
    {
        var form = await call.Request.ReadFormAsync(call.RequestAborted);
        if (form["username"] != SandboxContext.User || form["password"] != SandboxContext.Secret || form["f"] != "json" || form["client"].Count == 0)
        {
            return ArcGisSandbox.Error(400, "Unable to generate token.");
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        left[token] = left.IsEmpty ? FirstServes : int.MaxValue;
        return ArcGisSandbox.Json(new JsonObject { ["token"] = token, ["expires"] = time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds(), ["ssl"] = false });
    });

    /// <returns>Null when the request may go on.</returns>
    public IResult? Refuse(HttpContext call)
    {
        const string Bearer = "Bearer ";
        var header = call.Request.Headers["X-Esri-Authorization"].ToString();
        var token = header.StartsWith(Bearer, StringComparison.Ordinal) ? header[Bearer.Length..] : call.Request.Query["token"].ToString();
        return token.Length == 0 ? ArcGisSandbox.Error(499, "Token Required")
            : left.TryGetValue(token, out var times) && times > 0 && left.TryUpdate(token, times - 1, times) ? null : ArcGisSandbox.Error(498, "Invalid Token");
    }
}
