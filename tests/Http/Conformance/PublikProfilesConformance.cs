using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Http.Conformance;

public sealed class PublikProfilesConformance() : HttpSourceConformance(new PublikProfilesSandbox())
{
    protected override Connector Connector { get; } = new HttpDocumentConnector();

    protected override HttpSettings On(Uri address) => Shipped.LookingBack(Shipped.At("publik-profils", address, size: 12), days: 4000) with { Auth = Signed(SandboxRig.Password) };

    protected override IReadOnlyList<Trouble> OwnTroubles => [new("a wrong key", (HttpSettings)Settings with { Auth = Signed(SandboxRig.WrongPassword) }, FailureKind.Denied)];

    internal static AuthSettings Signed(Connectors.Abstractions.Settings.Secret key) => new() { SignedUrl = new SignedUrlSettings { Key = key, Orig = "hub" } };
}
