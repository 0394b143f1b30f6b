using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Identity.FranceConnect;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems.Identity;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Identity;

public sealed class FranceConnectConformance() : HttpSignInConformance(new FranceConnectSandbox(), people: 1500)
{
    private static readonly Trick[] InIdentity = [Trick.AlgNone, Trick.PublicKeyAsSecret, Trick.UnknownKey, Trick.StolenKeyName, Trick.Tampered, Trick.Expired, Trick.WrongAudience, Trick.WrongIssuer, Trick.WrongNonce, Trick.LowLevel];

    private static readonly Trick[] InUserInfo = [Trick.AlgNone, Trick.PublicKeyAsSecret, Trick.UnknownKey, Trick.StolenKeyName, Trick.Tampered, Trick.Expired, Trick.WrongAudience, Trick.WrongIssuer, Trick.OtherSubject, Trick.Unsigned];

    protected override Connector Connector { get; } = new FranceConnectConnector();

    protected override string Claim => "birthplace";

    protected override IReadOnlyDictionary<string, Func<Uri, Task<IncomingCall>>> Forgeries =>
        InIdentity.Select(trick => $"idToken={trick}").Concat(InUserInfo.Select(trick => $"userInfo={trick}"))
            .ToDictionary(trick => trick, trick => (Func<Uri, Task<IncomingCall>>)(async address => Returned(await Browser.AnswerAsync(address, $"person=1&{trick}"))));

    protected override HttpSettings On(Uri address) => new FranceConnectSettings { Url = BaseAddress.Of(address), ClientId = SandboxContext.User, ClientSecret = SandboxRig.Password };

    protected override async Task<IncomingCall> VisitAsync(Uri address, int person) => Returned(await Browser.AnswerAsync(address, $"person={person}"));

    protected override async Task<IncomingCall> GiveUpAsync(Uri address) => Returned(await Browser.AnswerAsync(address, ""));

    [Theory]
    [InlineData("idToken")]
    [InlineData("userInfo")]
    public async Task New_keys_are_fetched_once_and_the_person_notices_nothing(string token)
    {
        var settings = Settings;
        var before = await SignInAsync(settings, 1);
        var (ticket, call) = await ReturnAsync(settings, async address => Returned(await Browser.AnswerAsync(address, $"person=1&{token}={Trick.RotatedKey}")));

        Assert.Equal(before.Record.Key, Assert.IsType<SignInEnd.Vouched>(await EndAsync(settings, ticket, call)).Record.Key);
    }

    [Fact]
    public async Task Tokens_with_made_up_keys_do_not_make_the_hub_fetch_keys_each_time()
    {
        var settings = Settings;
        Rig.Server.Faults.Set(new(Connectors.Sandbox.Faults.FaultKind.LateCommit, Path: "/jwks")); // does nothing but count
        for (var round = 0; round < 4; round++)
        {
            var (ticket, call) = await ReturnAsync(settings, async address => Returned(await Browser.AnswerAsync(address, $"person=1&idToken={Trick.UnknownKey}")));
            Failed(await EndAsync(settings, ticket, call));
        }

        // The first read of all, and one more at most every half minute of the hurried clock: never one for each token.
        Assert.InRange(Rig.Server.Faults.Met, 2, 4);
    }

    [Fact]
    public async Task A_partial_birth_date_and_a_birth_abroad_come_as_FranceConnect_writes_them()
    {
        var settings = Settings;
        var seen = new List<JsonNode>();
        for (var person = 0; person < 6; person++)
        {
            seen.Add(JsonNode.Parse((await SignInAsync(settings, person)).Record.Body.Span)!);
        }

        Assert.Contains(seen, claims => claims["birthdate"]!.ToString().EndsWith("-00-00", StringComparison.Ordinal));
        Assert.Contains(seen, claims => claims["birthplace"]!.ToString().Length == 0 && claims["birthcountry"]!.ToString() != "99100");
        Assert.All(seen, claims => Assert.Equal((SandboxContext.User, Address.AbsoluteUri.TrimEnd('/')), (claims["client"]!.ToString(), claims["issuer"]!.ToString())));
    }

    [Fact]
    public async Task An_identity_without_the_whole_pivot_is_declared()
    {
        var settings = SandboxRig.Hurried((FranceConnectSettings)On(Address) with { Scopes = ["openid", "email", "family_name"] });

        Assert.False((await SignInAsync(settings, 1)).Record.Proven);
    }

    [Theory]
    [InlineData("error=access_denied&description=User auth aborted", FailureKind.Refused, "franceconnect.access_denied")]
    [InlineData("error=server_error&description=authentication aborted (Y010011)", FailureKind.Passing, "franceconnect.Y010011")]
    [InlineData("error=invalid_request&description=Y030007", FailureKind.Denied, "franceconnect.Y030007")]
    [InlineData("error=access_denied&description=010015", FailureKind.Refused, "franceconnect.Y010015")]
    [InlineData("error=made_up&description=Jean DUPONT 12", FailureKind.Passing, "franceconnect.unknown")]
    public async Task An_error_says_whose_move_it_is_in_both_languages(string answer, FailureKind kind, string code)
    {
        var settings = Settings;
        var (ticket, call) = await ReturnAsync(settings, async address => Returned(await Browser.AnswerAsync(address, answer)));
        var failure = Failed(await EndAsync(settings, ticket, call));

        Assert.Equal((kind, code), (failure.Kind, failure.Code));
        Assert.Matches("À la personne|À elle|À l’architecte|au support", failure.Message!.French);
        Assert.Matches("for the|For the|for them", failure.Message.English);
        Assert.DoesNotContain("DUPONT", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_ends_the_providers_session_too_unless_the_connection_says_no()
    {
        var logout = (await SignInAsync(Settings, 1)).Logout!;
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var left = await client.GetAsync(logout);

        Assert.StartsWith("https://hub.mairie.example/login/left?state=", left.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Null((await SignInAsync(SandboxRig.Hurried((FranceConnectSettings)On(Address) with { Logout = false }), 1)).Logout);
    }

    [Fact]
    public async Task A_check_tells_a_wrong_secret_from_a_wrong_address()
    {
        var right = (FranceConnectSettings)Settings;
        Assert.All(await CheckAsync(right), result => Assert.True(result.Passed, result.Failure?.Code));
        Assert.Equal("franceconnect.invalid_client", (await CheckAsync(right with { ClientSecret = SandboxRig.WrongPassword }))[^1].Failure!.Code);
        Assert.Equal("openid.discovery", (await CheckAsync(right with { Url = BaseAddress.Parse(Address.AbsoluteUri.Replace("/v2", "/v3", StringComparison.Ordinal)) }))[^1].Failure!.Code);
    }

    private async Task<IReadOnlyList<CheckResult>> CheckAsync(FranceConnectSettings settings) =>
        await Connector.CheckAsync(settings, new ConnectionContext { Connection = "check", StateFolder = "none", Time = Clock() }, CheckDepth.Permissions, CancellationToken.None).ToListAsync();
}
