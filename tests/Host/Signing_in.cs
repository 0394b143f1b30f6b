using System.Net;
using IntegrationHub.Host.Access;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Tests.Host.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Tests.Host;

[Collection(HubCollection.Name)]
public sealed class Signing_in(RunningHub hub)
{
    [Fact]
    public async Task A_link_works_once()
    {
        var link = await new SignInLinks(hub.Node.Stores.Operations, hub.Node.Clock).CreateAsync(hub.Address, "once", Role.Steward, CancellationToken.None);
        using var first = hub.Anonymous();
        using var second = hub.Anonymous();
        Assert.Equal(HttpStatusCode.Redirect, (await first.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync(link)).StatusCode);
        Assert.Equal("/sign-in", (await second.GetAsync("/")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_link_dies_after_a_quarter_of_an_hour()
    {
        var past = new PastClock(hub.Node.Clock.GetUtcNow() - SignInLinks.Lifetime - TimeSpan.FromSeconds(1));
        var link = await new SignInLinks(hub.Node.Stores.Operations, past).CreateAsync(hub.Address, "late", Role.Steward, CancellationToken.None);
        using var client = hub.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task The_session_cookie_is_kept_from_scripts_and_other_sites()
    {
        var link = await new SignInLinks(hub.Node.Stores.Operations, hub.Node.Clock).CreateAsync(hub.Address, "cookie", Role.Steward, CancellationToken.None);
        using var client = hub.Anonymous();
        var cookie = (await client.GetAsync(link)).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("hub-session", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(11, HttpStatusCode.OK)]
    [InlineData(13, HttpStatusCode.Redirect)]
    public async Task A_session_ends_after_a_working_day_however_much_it_is_used(int hours, HttpStatusCode expected)
    {
        var options = hub.App.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Schemes.Session);
        var now = TimeProvider.System.GetUtcNow();
        var properties = SessionAge.Begin(new PastClock(now - TimeSpan.FromHours(hours)));
        (properties.IssuedUtc, properties.ExpiresUtc) = (now, now + SessionAge.Idle);
        var ticket = options.TicketDataFormat.Protect(new AuthenticationTicket(HubClaims.Principal("busy", Role.Steward, Schemes.Session), properties, Schemes.Session));
        using var client = hub.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", $"hub-session={ticket}");
        Assert.Equal(expected, (await client.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("https://hub.example.fr", CookieSecurePolicy.Always)]
    [InlineData("http://127.0.0.1:8080", CookieSecurePolicy.SameAsRequest)]
    public void A_hub_reached_over_https_gives_secure_cookies_although_its_proxy_speaks_http(string address, CookieSecurePolicy expected)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHubAccess(new Uri(address));
        using var provider = services.BuildServiceProvider();
        Assert.Equal(expected, provider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Schemes.Session).Cookie.SecurePolicy);
    }

    [Fact]
    public async Task A_link_in_a_mail_asks_again_from_the_hub_itself_so_that_the_strict_cookie_comes_along()
    {
        using var client = hub.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reviews?page=2") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var answer = await client.SendAsync(request);
        Assert.Equal("0; url=/reviews?page=2", Assert.Single(answer.Headers.GetValues("Refresh")));
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        using var again = new HttpRequestMessage(HttpMethod.Get, "/reviews?page=2") { Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        Assert.Equal("/sign-in", (await client.SendAsync(again)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Another_site_cannot_use_a_session_to_change_anything()
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/v1/reviews/1/decision") { Headers = { { "Origin", "https://evil.example" } } };
        Assert.Equal(HttpStatusCode.Forbidden, (await steward.SendAsync(request)).StatusCode);
    }

    private sealed class PastClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
