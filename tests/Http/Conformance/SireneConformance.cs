using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Http.Conformance;

public sealed class SireneConformance() : HttpSourceConformance(new SireneSandbox(perMinute: 100_000), people: 1500)
{
    protected override Connector Connector { get; } = new HttpDocumentConnector();

    // A town's organisations change days apart: what is committed late lies further back than in a whole commune.
    protected override HttpSettings On(Uri address) =>
        Shipped.LookingBack(Shipped.At("sirene", address, size: 7), days: 60) with { Auth = Key(SandboxRig.Password) };

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong key", (HttpSettings)Settings with { Auth = Key(SandboxRig.WrongPassword) }, FailureKind.Denied),
    ];

    [Fact]
    public async Task Closed_establishments_are_deletions()
    {
        var read = await ReadAsync(Open());

        Assert.Contains(read.Records, record => record.Deleted);
        Assert.Contains(read.Records, record => !record.Deleted);
    }

    private static AuthSettings Key(Connectors.Abstractions.Settings.Secret key) => new() { Header = new HeaderSettings { Name = "X-INSEE-Api-Key-Integration", Key = key } };
}
