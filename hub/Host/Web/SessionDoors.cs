using IntegrationHub.Host.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationHub.Host.Web;

/// <summary>Coming in by a one-time link, going out, and the language switch.</summary>
public static class SessionDoors
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/sign-in", SignInAsync).Does(Operation.Open);
        pages.MapGet("/denied", (HttpContext context) => Page.Message(context, "denied", StatusCodes.Status403Forbidden)).Does(Operation.Open);
        pages.MapGet("/language", Language).Does(Operation.Open);
        pages.MapPost("/sign-out", SignOutAsync).Does(Operation.Enter);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, string? token, SignInLinks links, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token))
        {
            return context.User.Account() is null
                ? Page.Message(context, "signin", StatusCodes.Status401Unauthorized)
                : Results.LocalRedirect("/");
        }

        if (await links.RedeemAsync(token, cancellationToken) is not var (account, role))
        {
            return Page.Message(context, "signin.used", StatusCodes.Status401Unauthorized);
        }

        await context.SignInAsync(Schemes.Session, HubClaims.Principal(account, role, Schemes.Session), SessionAge.Begin(clock));
        return Results.LocalRedirect("/");
    }

    /// <summary>A form with an antiforgery token, so that no other site can sign anybody out.</summary>
    private static async Task<IResult> SignOutAsync(HttpContext context, [FromForm] string? unused)
    {
        _ = unused;
        await context.SignOutAsync(Schemes.Session);
        return Results.LocalRedirect("/sign-in");
    }

    private static IResult Language(HttpContext context, string to, string? back)
    {
        context.Response.Cookies.Append(PageLanguage.Cookie, to == "en" ? "en" : "fr", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        });
        var local = back is ['/', not ('/' or '\\'), ..] or "/" ? back : "/";
        return Results.LocalRedirect(local);
    }
}
