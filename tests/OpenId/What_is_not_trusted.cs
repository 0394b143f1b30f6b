using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Tests.OpenId;

/// <summary>Against the certified provider; tokens no provider would sign (alg none, a stolen key name…) come from the sandbox's fake, in tests/Systems.</summary>
public sealed class What_is_not_trusted(LoginRig rig) : IClassFixture<LoginRig>
{
    [Theory]
    [InlineData("hs256", "franceconnect.algorithm")]
    [InlineData("plain", "franceconnect.userinfo-unsigned")]
    [InlineData("secret-faux", "franceconnect.invalid_client")]
    public async Task A_client_that_is_set_up_less_safely_is_refused(string connection, string code)
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        using var browser = new PersonsBrowser("ana");

        Assert.Equal(code, (string)(await LoginRig.SignInAsync(portal, browser, connection))["code"]!);
    }

    [Fact]
    public async Task Another_issuer_than_the_one_written_is_refused_before_anybody_is_sent_there()
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        var (login, address) = await LoginRig.BeginAsync(portal, "autre-emetteur");
        using var browser = new PersonsBrowser("ana");
        await browser.GoAsync(address);

        Assert.Equal("openid.discovery-issuer", (string)JsonNode.Parse(await portal.GetStringAsync($"/v1/logins/{login}"))!["code"]!);
        Assert.Null(browser.Callback);
    }

    [Fact]
    public async Task A_token_with_another_nonce_is_refused()
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        using var browser = new PersonsBrowser("ana") { Meddle = address => Changed(address, "/auth", "nonce=[0-9a-f]+", "nonce=" + new string('e', 64)) };

        Assert.Equal("franceconnect.nonce", (string)(await LoginRig.SignInAsync(portal, browser))["code"]!);
    }

    [Fact]
    public async Task A_token_made_for_another_client_is_not_even_given()
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        using var browser = new PersonsBrowser("ana") { Meddle = address => Changed(address, "/auth", "client_id=hub", "client_id=rs256") };

        Assert.Equal("franceconnect.invalid_grant", (string)(await LoginRig.SignInAsync(portal, browser))["code"]!);
    }

    [Fact]
    public async Task A_return_with_another_state_in_another_browser_or_a_second_time_is_not_taken()
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        var (login, address) = await LoginRig.BeginAsync(portal);
        Uri? stopped = null;
        using var browser = new PersonsBrowser("ana")
        {
            Meddle = next => next.AbsolutePath.StartsWith("/login/callback", StringComparison.Ordinal) && stopped is null ? Stop(stopped = next) : next,
        };
        await browser.GoAsync(address);

        using var stranger = new PersonsBrowser("ana");
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.GoAsync(stopped!)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GoAsync(Changed(stopped!, "/login", "state=[0-9a-f]{4}", "state=0000"))).Status);
        Assert.Equal(HttpStatusCode.Gone, (await stranger.GoAsync(address)).Status);
        Assert.Equal("waiting", await StateAsync(portal, login));

        Assert.Equal("portail.example", (await browser.GoAsync(stopped!)).Address.Host);
        Assert.Equal("vouched", await StateAsync(portal, login));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GoAsync(stopped!)).Status);
    }

    [Fact]
    public async Task A_code_played_again_in_a_sign_in_of_ones_own_is_refused()
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        using var victim = new PersonsBrowser("ana");
        await LoginRig.SignInAsync(portal, victim);
        var code = Regex.Match(victim.Callback!.Query, "(?<=code=)[^&]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        using var thief = new PersonsBrowser("karim") { Meddle = address => Changed(address, "/login/callback", "code=[^&]+", $"code={code}") };

        Assert.Equal("franceconnect.invalid_grant", (string)(await LoginRig.SignInAsync(portal, thief))["code"]!);
    }

    [Fact]
    public async Task A_token_whose_time_is_over_is_refused()
    {
        using var portal = await rig.ApplicationAsync(Scope.All);
        using var browser = new PersonsBrowser("ana");
        await LoginRig.SignInAsync(portal, browser);
        rig.Time.By = TimeSpan.FromMinutes(5);
        try
        {
            Assert.Equal("franceconnect.expired", (string)(await LoginRig.SignInAsync(portal, browser))["code"]!);
        }
        finally
        {
            rig.Time.By = TimeSpan.Zero;
        }
    }

    private static async Task<string> StateAsync(HttpClient portal, string login) => (string)JsonNode.Parse(await portal.GetStringAsync($"/v1/logins/{login}"))!["state"]!;

    private static Uri Stop(Uri address) => new($"https://portail.example/arrete?{address.Port}");

    private static Uri Changed(Uri address, string path, string what, string by) =>
        address.AbsolutePath.StartsWith(path, StringComparison.Ordinal) ? new Uri(Regex.Replace(address.AbsoluteUri, what, by, RegexOptions.None, TimeSpan.FromSeconds(1))) : address;
}
