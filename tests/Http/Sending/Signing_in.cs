using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Tests.Conformance.Http;
using IntegrationHub.Tests.Http.Fakes;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Http.Sending;

public sealed class Signing_in
{
    [Theory]
    [InlineData(ClientCredentialsStyle.Body)]
    [InlineData(ClientCredentialsStyle.Basic)]
    public async Task One_token_serves_many_requests_and_is_renewed_once_when_it_is_no_longer_taken(ClientCredentialsStyle style)
    {
        SandboxTokens? tokens = null;
        await using var rig = await LinkRig.StartAsync(
            call =>
            {
                call.Response.StatusCode = tokens!.Accepts(call) ? 200 : 401;
                return Task.CompletedTask;
            },
            doors: (routes, context) => (tokens = new SandboxTokens(context.Time)).Map(routes, "/oauth/token"));
        var link = rig.Link(rig.Settings with { Concurrency = 1, Auth = Client(rig.Address, style) });

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => link.GetAsync("x", default)));
        Assert.Equal(1, tokens!.Count);

        tokens.Expire();
        await link.GetAsync("x", default);
        Assert.Equal(2, tokens.Count);
    }

    [Fact]
    public async Task A_refused_client_is_denied_and_says_what_to_check()
    {
        await using var rig = await LinkRig.StartAsync(_ => Task.CompletedTask, doors: (routes, context) => new SandboxTokens(context.Time).Map(routes, "/oauth/token"));
        var auth = Client(rig.Address, ClientCredentialsStyle.Body);
        auth = auth with { ClientCredentials = auth.ClientCredentials! with { ClientSecret = SandboxRig.WrongPassword } };

        var failure = await LinkRig.FailureOfAsync(() => rig.Link(rig.Settings with { Auth = auth }).GetAsync("x", default));

        Assert.Equal((FailureKind.Denied, "auth.token"), (failure!.Kind, failure.Code));
        Assert.Empty(rig.Seen);
    }

    [Fact]
    public async Task Credentials_that_stay_refused_are_sent_once_not_for_ever()
    {
        await using var rig = await LinkRig.StartAsync(call =>
        {
            call.Response.StatusCode = 401;
            return Task.CompletedTask;
        });
        var basic = new AuthSettings { Basic = new BasicSettings { User = "hub", Password = SandboxRig.Password } };

        var failure = await LinkRig.FailureOfAsync(() => rig.Link(rig.Settings with { Auth = basic }).GetAsync("x", default));

        Assert.Equal((FailureKind.Denied, "http.401"), (failure!.Kind, failure.Code));
        Assert.Single(rig.Seen);
    }

    [Fact]
    public async Task A_secret_that_is_missing_names_its_reference()
    {
        await using var rig = await LinkRig.StartAsync(_ => Task.CompletedTask);
        var bearer = new AuthSettings { Bearer = new BearerSettings { Token = new("env:HUB_TEST_NOT_THERE") } };

        var failure = await LinkRig.FailureOfAsync(() => rig.Link(rig.Settings with { Auth = bearer }).GetAsync("x", default));

        Assert.Equal((FailureKind.Denied, "secret.missing"), (failure!.Kind, failure.Code));
        Assert.Contains("env:HUB_TEST_NOT_THERE", failure.Detail, StringComparison.Ordinal);
    }

    /// <summary>Computed by OpenSSL from the query before the signature: <c>openssl dgst -sha256 -hmac secret -binary | base64</c>.</summary>
    [Fact]
    public void A_signed_url_signs_the_exact_query_it_sends()
    {
        var settings = new SignedUrlSettings { Key = SandboxRig.Password, Orig = "hub" };

        var signed = SignedUrlAuthenticator.Sign(new Uri("https://d.example.fr/api/list?nom=a%20b"), settings, "secret", new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.Zero), "00ff");

        Assert.Equal(
            "https://d.example.fr/api/list?nom=a%20b&algo=sha256&timestamp=2026-01-05T10%3A00%3A00Z&nonce=00ff&orig=hub&signature=MeUmft6Juy%2FJP9aLA6aJScaTNhCgXZ4Oj6THo5Nfsbk%3D",
            signed.AbsoluteUri);
    }

    private static AuthSettings Client(Uri address, ClientCredentialsStyle style) => new()
    {
        ClientCredentials = new ClientCredentialsSettings { TokenUrl = new Uri(address, "/oauth/token"), ClientId = "hub", ClientSecret = SandboxRig.Password, Scope = "read", Style = style },
    };
}
