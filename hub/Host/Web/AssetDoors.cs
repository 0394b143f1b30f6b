using System.Security.Cryptography;
using IntegrationHub.Host.Access;
using Microsoft.Net.Http.Headers;

namespace IntegrationHub.Host.Web;

/// <summary>Style sheet, keyboard script and icon, carried inside the assembly: no file to deploy, nothing from elsewhere.</summary>
public static class AssetDoors
{
    private static readonly (string Name, string Type)[] Assets =
        [("site.css", "text/css; charset=utf-8"), ("keys.js", "text/javascript; charset=utf-8"), ("hub.svg", "image/svg+xml")];

    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        foreach (var (name, type) in Assets)
        {
            var bytes = Read(name);
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
            routes.MapGet($"/assets/{name}", (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                return Results.Bytes(bytes, type, entityTag: tag);
            }).Does(Operation.Open).ExcludeFromDescription();
        }
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(AssetDoors).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"asset {name} is not in the assembly");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
