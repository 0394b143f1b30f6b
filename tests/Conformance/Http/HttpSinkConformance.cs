using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Tests.Conformance.Http;

/// <summary>What every sink over HTTP must do, met by its fake in connectors/Sandbox.</summary>
public abstract class HttpSinkConformance(SandboxSystem system) : SinkConformance, IAsyncLifetime
{
    protected SandboxRig Rig { get; } = new(system);

    protected Uri Address => Rig.Server.Address;

    protected abstract HttpSettings On(Uri address);

    protected virtual IReadOnlyList<Trouble> OwnTroubles => [];

    protected virtual IReadOnlyDictionary<FaultKind, string> NotTested => new Dictionary<FaultKind, string>
    {
        [FaultKind.DuplicatePage] = "writes read no pages",
        [FaultKind.LateCommit] = "writes read no changes",
    };

    /// <summary>What a lasting fault ends in; null when it does no harm. A 404 for one record parks it unless the connector knows better.</summary>
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

    /// <summary>The failed write is tried again until it ends well, as a delivery is; the system must have changed once.</summary>
    [Fact]
    public async Task No_fault_loses_or_doubles_a_write()
    {
        var matrix = new FaultMatrix(Connector.Manifest.Name, system.Name, "sink");
        var number = 100;
        foreach (var fault in Enum.GetValues<FaultKind>())
        {
            if (NotTested.TryGetValue(fault, out var reason))
            {
                matrix.Skip(fault, reason);
                continue;
            }

            for (var skip = 0; skip < 3; skip++)
            {
                var (record, before) = (Record(++number), Changes);
                Rig.Server.Faults.Set(new Fault(fault, Skip: skip));
                var first = await WriteAsync(record);
                Rig.Server.Faults.Clear();
                var second = await WriteAsync(record);

                Written(second);
                Assert.True(Changes == before + 1, $"{fault} at request {skip + 1}: {Changes - before} changes");
                if (skip == 0)
                {
                    matrix.Add(fault, first is SinkOutcome.Failed(var failure) ? $"{failure.Kind} {failure.Code}" : "written", "one change after the next try");
                }
            }
        }

        await matrix.PrintAsync();
    }

    public virtual Task InitializeAsync() => Rig.StartAsync();

    public virtual Task DisposeAsync() => Rig.StopAsync();
}
