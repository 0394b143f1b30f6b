using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Ged.Alfresco;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Ged;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Ged;

public sealed class AlfrescoSinkConformance() : HttpSinkConformance(new AlfrescoSandbox())
{
    protected override Connector Connector { get; } = new AlfrescoConnector();

    protected override int Changes => Rig.Server.Changes;

    protected override HttpSettings On(Uri address) => GedConnection.Alfresco(address, SandboxRig.Password);

    protected override OutgoingRecord Record(int number) => new()
    {
        DeliveryId = $"d{number}",
        Key = $"G{number}",
        Version = 1,
        Body = Encoding.UTF8.GetBytes($$"""{"document":"{{Document(number)}}"}"""),
    };

    protected override OutgoingRecord Changed(OutgoingRecord record) =>
        record with { Version = 2, Body = Encoding.UTF8.GetBytes("""{"gru:etat":"classé"}""") };

    protected override OutgoingRecord? Bad => Record(5) with { Body = Encoding.UTF8.GetBytes($$"""{"document":"{{Document(5)}}","nosuch:property":"x"}""") };

    protected override IReadOnlyList<Trouble> OwnTroubles => [new("a wrong password", SandboxRig.Hurried(GedConnection.Alfresco(Address, SandboxRig.WrongPassword)), FailureKind.Denied)];

    private string Document(int number) => Rig.Server.Town.Records(TownSystem.Ged).ElementAt(number % 37).Key;
}
