using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Signature.Goodflag;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class GoodflagSourceConformance() : HttpSourceConformance(new GoodflagSandbox(), people: 300)
{
    protected override Connector Connector { get; } = new GoodflagConnector();

    protected override HttpSettings On(Uri address) => SignatureConnection.Goodflag(address, SandboxRig.Password);

    protected override IReadOnlyList<Trouble> OwnTroubles => [new("a wrong token", SandboxRig.Hurried(SignatureConnection.Goodflag(Address, SandboxRig.WrongPassword)), FailureKind.Denied)];

    [Fact]
    public async Task Those_who_sign_are_told_apart_from_those_who_approve()
    {
        var read = await ReadAsync(Open());

        foreach (var record in Rig.Server.Town.Records(TownSystem.Signature))
        {
            var told = Encoding.UTF8.GetString(read.Records.Single(own => own.Key == GoodflagSandbox.Workflow(record)).Body.Span);
            var signers = told[told.IndexOf("\"signers\":", StringComparison.Ordinal)..];
            Assert.All(record.People, said => Assert.Contains(said.LastName, signers, StringComparison.Ordinal));
            Assert.DoesNotContain("accueil@mairie.example", signers, StringComparison.Ordinal);
        }
    }
}
