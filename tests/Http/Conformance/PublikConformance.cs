using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Http.Conformance;

public sealed class PublikConformance() : HttpSourceConformance(new PublikSandbox())
{
    protected override Connector Connector { get; } = new HttpDocumentConnector();

    // The town's last two changes lie weeks apart: the look-back covers them, as a day covers a slow transaction.
    protected override HttpSettings On(Uri address)
    {
        var settings = Shipped.At("publik", address, size: 12);
        return settings with { Auth = Signed(SandboxRig.Password), Cursor = settings.Cursor! with { LookBack = TimeSpan.FromDays(4000) } };
    }

    protected override IReadOnlyList<Trouble> OwnTroubles => [new("a wrong key", (HttpSettings)Settings with { Auth = Signed(SandboxRig.WrongPassword) }, FailureKind.Denied)];

    private static AuthSettings Signed(Connectors.Abstractions.Settings.Secret key) => new() { SignedUrl = new SignedUrlSettings { Key = key, Orig = "hub" } };
}
