using IntegrationHub.Hub.Contracts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IntegrationHub.Host.Access;

/// <summary>Wires the two ways in and one authorization policy per operation; a door without a policy is closed to all.</summary>
public static class AccessSetup
{
    /// <param name="services">Where to add.</param>
    /// <param name="address">Where people reach the hub: a session begun over https never travels without it, though the proxy speaks plain http to the hub.</param>
    public static void AddHubAccess(this IServiceCollection services, Uri address)
    {
        services.AddAuthentication(Schemes.Either)
            .AddPolicyScheme(Schemes.Either, null, o => o.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count > 0 ? Schemes.Key : Schemes.Session)
            .AddScheme<AuthenticationSchemeOptions, KeyHandler>(Schemes.Key, null)
            .AddCookie(Schemes.Session, options =>
            {
                Session(options);
                options.Cookie.SecurePolicy = address.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            });
        services.AddAuthorization(options =>
        {
            foreach (var operation in Enum.GetValues<Operation>().Where(o => o != Operation.Open))
            {
                options.AddPolicy(operation.ToString(), policy => policy
                    .RequireAuthenticatedUser()
                    .RequireAssertion(context => context.User.Role() is { } role && PolicyTable.Allows(role, operation)
                        && (!context.User.IsTest() || HasInventedPeople(context.Resource))));
            }

            options.FallbackPolicy = new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder()
                .RequireAssertion(context => context.Resource is HttpContext http && RefusesByItself(http.GetEndpoint()))
                .Build();
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "hub-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "form-token";
        });
        services.AddHttpContextAccessor();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<SignInLinks>();
        services.AddScoped<CurrentReader>();
    }

    // Routing's own answers to a wrong method (405) or media type (415): they open nothing, and a 403 in their place would mislead.
    private static bool RefusesByItself(Endpoint? endpoint) => endpoint is not RouteEndpoint
        && endpoint?.DisplayName is "405 HTTP Method Not Supported" or "415 HTTP Unsupported Media Type";

    private static bool HasInventedPeople(object? door) => (door as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<InventedPeopleAttribute>() is not null;

    private static void Session(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "hub-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.ExpireTimeSpan = SessionAge.Idle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = SessionAge.CheckAsync;
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, "/sign-in");
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden, "/denied");
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, string page)
    {
        if (context.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = status;
        }
        else if (status == StatusCodes.Status401Unauthorized && context.Request.Headers["Sec-Fetch-Site"] == "cross-site")
        {
            // A link in a mail: the browser withholds the strict cookie until the hub's own answer asks again.
            context.Response.Headers["Refresh"] = $"0; url={context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";
        }
        else
        {
            context.Response.Redirect(page);
        }

        return Task.CompletedTask;
    }
}
