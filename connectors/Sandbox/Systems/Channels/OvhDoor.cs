using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Connectors.Sandbox.Systems.Channels;

/// <summary>OVH's API 1.0 at its door: every request is signed, and fresh.</summary>
internal static class OvhDoor
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <returns>Null when the request may come in.</returns>
    [SuppressMessage("Security", "CA5350", Justification = "the provider's interface asks for SHA-1")]
    public static IResult? Refusal(HttpContext call, SandboxContext context)
    {
        var (headers, request) = (call.Request.Headers, call.Request);
        if (headers["X-Ovh-Application"] != SandboxContext.User || headers["X-Ovh-Consumer"] != SandboxContext.Secret)
        {
            return Error(403, "Client::Forbidden", "This credential does not exist");
        }

        var stamp = headers["X-Ovh-Timestamp"].ToString();
        var address = $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}";
        var signed = $"{SandboxContext.Secret}+{SandboxContext.Secret}+{request.Method}+{address}++{stamp}";
        var fresh = long.TryParse(stamp, CultureInfo.InvariantCulture, out var seconds) && (context.Time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() < Window;
        return fresh && headers["X-Ovh-Signature"] == "$1$" + Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(signed))) ? null : Error(400, "Client::BadRequest", "Invalid signature");
    }

    public static IResult Error(int status, string kind, string message) => Results.Json(new { @class = kind, message }, statusCode: status);
}
