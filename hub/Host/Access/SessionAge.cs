using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace IntegrationHub.Host.Access;

/// <summary>How long a person stays signed in: a while without a click, and never longer than a working day, however much they click.</summary>
public static class SessionAge
{
    private const string Begun = "begun";

    /// <summary>Without a request for this long, a session ends.</summary>
    public static TimeSpan Idle { get; } = TimeSpan.FromHours(8);

    /// <summary>From sign-in; a stolen cookie is worth nothing the next day.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(12);

    public static AuthenticationProperties Begin(TimeProvider clock) => new()
    {
        Items = { [Begun] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) },
    };

    /// <summary>Refuses a session that has lasted too long, or that does not say when it began.</summary>
    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!long.TryParse(context.Properties.Items.TryGetValue(Begun, out var begun) ? begun : null, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || now - DateTimeOffset.FromUnixTimeSeconds(seconds) >= Longest)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Schemes.Session);
        }
    }
}
