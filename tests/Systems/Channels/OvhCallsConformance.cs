using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Channels.Calls;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems.Channels;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Channels;

public sealed class OvhCallsConformance() : HttpSourceConformance(new OvhCallsSandbox())
{
    protected override Connector Connector { get; } = new OvhCallsConnector();

    protected override HttpSettings On(Uri address) => Account(address, SandboxRig.Password);

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("a wrong application secret", SandboxRig.Hurried(Account(Address, SandboxRig.WrongPassword)), FailureKind.Denied),
        new("no such line", SandboxRig.Hurried(Account(Address, SandboxRig.Password) with { Lines = ["0033200000000"] }), FailureKind.Denied),
    ];

    protected override IReadOnlyDictionary<FaultKind, string> NotTested { get; } = new Dictionary<FaultKind, string>
    {
        [FaultKind.NotFound] = "of a list it is Denied, tested apart; of a call it says that it was deleted since the list was read",
    };

    [Fact]
    public async Task Calls_of_every_line_are_told_with_their_line_and_the_form_offers_the_lines()
    {
        var read = await ReadAsync(Open());

        Assert.All(OvhCallsSandbox.Lines, line => Assert.Contains(read.Records, record => record.Key.StartsWith(line + ":", StringComparison.Ordinal)));
        Assert.All(read.Records, record => Assert.Contains($"\"line\":\"{record.Key.Split(':')[0]}\"", Encoding.UTF8.GetString(record.Body.Span), StringComparison.Ordinal));
        Assert.Equal(OvhCallsSandbox.Lines, await Connector.ChoicesAsync(Settings, Context(), "lines", CancellationToken.None));
    }

    private static OvhCallsSettings Account(Uri address, Secret application) => new()
    {
        Url = BaseAddress.Of(address), BillingAccount = OvhCallsSandbox.BillingAccount, Lines = OvhCallsSandbox.Lines, ApplicationKey = "hub", ApplicationSecret = application, ConsumerKey = SandboxRig.Password, PageSize = 12,
    };
}
