using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Logins;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Settings;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationHub.Host.Web;

/// <summary>What a person's browser meets on its way to an identity provider and back. The way out leaves a cookie: a return in another browser is not taken.</summary>
public static class LoginPages
{
    public const string Left = "/login/left";

    private const string Root = "/login";

    public static string Begin(string start) => $"{Root}/begin/{start}";

    public static string Callback(string connection) => $"{Root}/callback/{connection}";

    public static void MapLoginPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(Root).ExcludeFromDescription();
        pages.MapGet("/begin/{start}", BeginAsync).Does(Operation.Open);
        pages.MapGet("/callback/{name}", ReturnAsync).Does(Operation.Open);
        pages.MapGet("/left", Leave).Does(Operation.Open);
    }

    private static async Task<IResult> BeginAsync(HttpContext context, LoginBook book, LoginDesk desk, HostSettings settings, string start, CancellationToken cancellationToken)
    {
        var browser = Secrets.New();
        if (book.FindBy(start) is not { } waiting || waiting.Start != start || book.SetOut(waiting, browser) is not { } login)
        {
            return Page.Message(context, "login.used", StatusCodes.Status410Gone);
        }

        switch (await desk.BeginAsync(login, cancellationToken))
        {
            case SignInStart.Ready(var address):
                context.Response.Cookies.Append(Cookie(login), browser, new CookieOptions
                {
                    HttpOnly = true, SameSite = SameSiteMode.Lax, Path = Root, MaxAge = LoginBook.Lifetime, IsEssential = true,
                    Secure = settings.Address().Scheme == Uri.UriSchemeHttps,
                });
                return Results.Redirect(address.AbsoluteUri);
            case SignInStart.Failed(var failure):
                return End(context, book.End(login with { State = LoginState.Failed, Failure = failure }));
            default:
                throw new NotSupportedException("a sign-in begins or fails");
        }
    }

    private static async Task<IResult> ReturnAsync(HttpContext context, LoginBook book, LoginDesk desk, TimeProvider clock, string name, CancellationToken cancellationToken)
    {
        var state = context.Request.Query["state"].ToString();
        if (book.FindBy(state) is not { } gone || gone.Ticket.State != state || gone.Connection != name || book.ComeBack(gone, context.Request.Cookies[Cookie(gone)]) is not { } login)
        {
            return Page.Message(context, "login.unknown", StatusCodes.Status400BadRequest);
        }

        context.Response.Cookies.Delete(Cookie(login), new CookieOptions { Path = Root });
        var call = new IncomingCall
        {
            Method = context.Request.Method, Path = context.Request.Path, Body = default, ReceivedAt = clock.GetUtcNow(), Headers = new Dictionary<string, string>(StringComparer.Ordinal),
            Query = context.Request.Query.ToDictionary(value => value.Key, value => value.Value.ToString(), StringComparer.Ordinal),
        };
        var (ended, logout) = await desk.EndAsync(login, call, cancellationToken);
        return logout is not null ? Results.Redirect(logout.AbsoluteUri) : End(context, ended);
    }

    /// <summary>The provider has ended its own session and sends the browser back.</summary>
    private static IResult Leave(HttpContext context, LoginBook book, string? state) =>
        state is not null && book.FindBy(state) is { State: not LoginState.Waiting } login && login.Ticket.State == state
            ? End(context, login)
            : Page.Message(context, "login.done", StatusCodes.Status200OK);

    private static IResult End(HttpContext context, CitizenLogin login)
    {
        var failed = login.State == LoginState.Failed;
        if (login.ReturnTo is { } to)
        {
            return Results.Redirect(QueryHelpers.AddQueryString(to.AbsoluteUri, new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["login"] = login.Id, ["outcome"] = failed ? "failed" : "vouched", [failed ? "code" : "answer"] = failed ? login.Failure!.Code : login.Answer,
            }));
        }

        return failed
            ? Page.Message(context, "login.failed", StatusCodes.Status400BadRequest, login.Failure!.In(PageLanguage.Of(context.Request).Culture))
            : Page.Message(context, "login.done", StatusCodes.Status200OK);
    }

    private static string Cookie(CitizenLogin login) => $"hub-login-{login.Id}";
}
