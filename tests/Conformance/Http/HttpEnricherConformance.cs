using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Tests.Conformance.Http;

/// <summary>What every enricher over HTTP must do, met by its fake in connectors/Sandbox.</summary>
public abstract class HttpEnricherConformance(SandboxSystem system) : EnricherConformance, IAsyncLifetime
{
    protected SandboxRig Rig { get; } = new(system);

    protected Uri Address => Rig.Server.Address;

    protected abstract HttpSettings On(Uri address);

    protected virtual IReadOnlyList<Trouble> OwnTroubles => [];

    protected virtual IReadOnlyDictionary<FaultKind, string> NotTested => new Dictionary<FaultKind, string>
    {
        [FaultKind.DuplicatePage] = "a question has no pages",
        [FaultKind.LateCommit] = "a question reads no changes",
    };

    protected virtual FailureKind? Expected(FaultKind fault) => fault == FaultKind.NotFound ? FailureKind.Refused : SandboxRig.Expected(fault);

    protected override object Settings => SandboxRig.Hurried(On(Address));

    protected override TimeProvider Clock() => Rig.Time.Twin();

    protected override IReadOnlyList<string> Confidential => Rig.Confidential;

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        .. Enum.GetValues<FaultKind>().Except(NotTested.Keys).Where(fault => Expected(fault) is not null).Select(fault =>
            new Trouble(fault.ToString(), Settings, Expected(fault)!.Value) { Meet = () => Rig.Server.Faults.Set(new Fault(fault)), Leave = Rig.Server.Faults.Clear }),
        new("nobody there", SandboxRig.Hurried(On(new Uri("http://127.0.0.1:1" + system.BasePath))), FailureKind.Passing),
        new("a private address nobody allowed", (HttpSettings)Settings with { Network = new NetworkSettings() }, FailureKind.Denied),
        .. OwnTroubles,
    ];

    [Fact]
    public async Task A_fault_that_is_gone_leaves_the_same_answer()
    {
        var matrix = new FaultMatrix(Connector.Manifest.Name, system.Name, "enricher");
        var before = Assert.IsType<Enrichment.Answered>(await AskAsync(Question));
        foreach (var fault in Enum.GetValues<FaultKind>())
        {
            if (NotTested.TryGetValue(fault, out var reason))
            {
                matrix.Skip(fault, reason);
                continue;
            }

            Rig.Server.Faults.Set(new Fault(fault));
            var during = await AskAsync(Question);
            Rig.Server.Faults.Clear();
            var after = Assert.IsType<Enrichment.Answered>(await AskAsync(Question));

            Assert.Equal((before.Record.Key, before.Record.Version), (after.Record.Key, after.Record.Version));
            matrix.Add(fault, during is Enrichment.Failed(var failure) ? $"{failure.Kind} {failure.Code}" : "answered", "the same answer after it");
        }

        await matrix.PrintAsync();
    }

    public virtual Task InitializeAsync() => Rig.StartAsync();

    public virtual Task DisposeAsync() => Rig.StopAsync();
}
