using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Web;

/// <summary>The language of a page: the visitor's own choice first (a cookie), else what the browser prefers, else French.</summary>
public static class PageLanguage
{
    public const string Cookie = "hub-language";

    public static Words Of(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { Length: > 0 } chosen)
        {
            return Words.Of(chosen);
        }

        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.Value ?? "")
            .FirstOrDefault(l => l.StartsWith("fr", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return Words.Of(wanted ?? "fr");
    }
}
