using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Connectors.Sandbox.Systems;

/// <summary>What every service of Publik checks at its door, and how it says no.</summary>
internal static class PublikSignature
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>The exact query string before "&amp;signature=" is what was signed.</summary>
    /// <returns>Null when the signature is right.</returns>
    public static IResult? Check(HttpContext call, TimeProvider time)
    {
        var query = call.Request.QueryString.Value?.TrimStart('?') ?? "";
        var at = query.LastIndexOf("&signature=", StringComparison.Ordinal);
        if (at < 0 || call.Request.Query["algo"] != "sha256" || call.Request.Query["orig"] != SandboxContext.User)
        {
            return Error(403, "unsigned API call", "AccessForbiddenError");
        }

        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(SandboxContext.Secret), Encoding.UTF8.GetBytes(query[..at]));
        var fresh = DateTimeOffset.TryParse(call.Request.Query["timestamp"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var stamp)
            && (time.GetUtcNow() - stamp).Duration() < Window;
        return fresh && call.Request.Query["signature"] == Convert.ToBase64String(expected) ? null : Error(403, "invalid signature", "AccessForbiddenError");
    }

    public static IResult Error(int status, string text, string kind) => Results.Json(new { err = 1, err_desc = text, err_class = kind }, statusCode: status);
}
