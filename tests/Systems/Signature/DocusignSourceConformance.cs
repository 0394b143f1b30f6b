using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems.Signature;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Signature.Docusign;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Signature;

public sealed class DocusignSourceConformance() : HttpSourceConformance(new DocusignSandbox(), people: 300)
{
    private Secret key = DocusignKeys.None;

    protected override Connector Connector { get; } = new DocusignConnector();

    protected override HttpSettings On(Uri address) => SignatureConnection.Docusign(address, key);

    protected override IReadOnlyList<Trouble> OwnTroubles =>
    [
        new("no key", SandboxRig.Hurried(SignatureConnection.Docusign(Address, DocusignKeys.None)), FailureKind.Denied),
        new("another's key", SandboxRig.Hurried(SignatureConnection.Docusign(Address, DocusignKeys.Stranger)), FailureKind.Denied),
        new("a user who did not consent", SandboxRig.Hurried(SignatureConnection.Docusign(Address, key) with { User = "other" }), FailureKind.Denied),
        new("an account of others", SandboxRig.Hurried(SignatureConnection.Docusign(Address, key) with { Account = "other" }), FailureKind.Denied),
        new("an account served elsewhere", SandboxRig.Hurried(SignatureConnection.Docusign(Address, key) with { Account = DocusignSandbox.Elsewhere }), FailureKind.Denied),
        new("a limit told with status 400", SandboxRig.Hurried(SignatureConnection.Docusign(Address, key) with { Account = DocusignSandbox.Exhausted }), FailureKind.Throttled),
    ];

    [Fact]
    public async Task A_wrong_server_is_refused_with_the_right_one()
    {
        var read = await ReadAsync(Connector.OpenSource(SandboxRig.Hurried(SignatureConnection.Docusign(Address, key) with { Account = DocusignSandbox.Elsewhere }), Context()));

        Assert.Equal("docusign.server", read.Failure!.Code);
        Assert.Contains("https://na9.docusign.net/", read.Failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_envelope_comes_with_its_signers()
    {
        var read = await ReadAsync(Open());

        foreach (var record in Rig.Server.Town.Records(TownSystem.Signature))
        {
            var told = Encoding.UTF8.GetString(read.Records.Single(own => own.Key == record.Key).Body.Span);
            Assert.All(record.People, said => Assert.Contains(said.LastName, told, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_envelope_that_moves_to_the_end_meanwhile_hides_none_behind_it()
    {
        var today = SandboxRig.Hurried(SignatureConnection.Docusign(Address, key) with { From = DateOnly.FromDateTime(Rig.Time.GetUtcNow().UtcDateTime), PageSize = 4 });
        var sink = Connector.OpenSink(today, Context());
        var made = new List<string>();
        for (var number = 0; number < 12; number++)
        {
            var outcome = await sink.WriteAsync(Wish(number), CancellationToken.None);
            made.Add(Assert.IsType<SinkOutcome.Written>(outcome).ForeignKey!);
        }

        var read = new List<string>();
        await foreach (var page in Connector.OpenSource(today, Context()).ReadAsync(after: null, CancellationToken.None))
        {
            if (read.Count == 0)
            {
                await sink.WriteAsync(Wish(0) with { Deleted = true, Body = default }, CancellationToken.None);
            }

            read.AddRange(Assert.IsType<SourceRead.Page>(page).Value.Records.Select(record => record.Key));
        }

        Assert.Empty(made.Except(read));
    }

    private static OutgoingRecord Wish(int number) => new()
    {
        DeliveryId = $"d{number}", Key = $"G{number}", Version = 1, Body = """{"name":"Convention","first_name":"Marie","last_name":"Dupont","email":"m@example.org"}"""u8.ToArray(),
    };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        key = await DocusignKeys.OfAsync(Address);
    }
}
