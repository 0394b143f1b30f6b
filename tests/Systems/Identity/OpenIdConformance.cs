using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Identity.OpenId;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems.Identity;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Identity;

/// <summary>The generic connector, met by the same fake provider.</summary>
public sealed class OpenIdConformance() : HttpSignInConformance(new FranceConnectSandbox())
{
    protected override Connector Connector { get; } = new OpenIdConnector();

    protected override string Claim => "given_name";

    protected override IReadOnlyDictionary<string, Func<Uri, Task<IncomingCall>>> Forgeries =>
        new[] { "idToken=AlgNone", "idToken=PublicKeyAsSecret", "idToken=WrongNonce", "userInfo=Tampered", "userInfo=Unsigned", "userInfo=OtherSubject" }
            .ToDictionary(trick => trick, trick => (Func<Uri, Task<IncomingCall>>)(async address => Returned(await Browser.AnswerAsync(address, $"person=1&{trick}"))));

    protected override HttpSettings On(Uri address) => new OpenIdSettings
    {
        Url = BaseAddress.Of(address), ClientId = SandboxContext.User, ClientSecret = SandboxRig.Password, Levels = ["eidas1"], Scopes = ["openid", "identite_pivot", "email"], ChecksIdentity = true,
    };

    protected override async Task<IncomingCall> VisitAsync(Uri address, int person) => Returned(await Browser.AnswerAsync(address, $"person={person}"));

    protected override async Task<IncomingCall> GiveUpAsync(Uri address) => Returned(await Browser.AnswerAsync(address, ""));

    [Fact]
    public async Task Who_does_not_check_civil_identity_gives_declared_records()
    {
        var own = (OpenIdSettings)On(Address) with { ChecksIdentity = false };

        Assert.False((await SignInAsync(SandboxRig.Hurried(own), 1)).Record.Proven);
        Assert.False((await SignInAsync(SandboxRig.Hurried(own with { UserInfo = UserInfoStyle.IdToken }), 1)).Record.Proven);
    }

    [Fact]
    public void Plain_userinfo_is_never_called_proven()
    {
        var wrong = ((OpenIdSettings)On(Address) with { UserInfo = UserInfoStyle.Plain }).Check().Single();

        Assert.Equal("checksIdentity", wrong.Path);
        Assert.Contains(((OpenIdSettings)On(new Uri("http://id.example/"))).Check(), problem => problem.Path == "url");
    }
}
