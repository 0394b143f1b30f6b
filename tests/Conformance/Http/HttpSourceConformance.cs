using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Tests.Conformance.Http;

/// <summary>What every source over HTTP must do, met by its fake in connectors/Sandbox. A connector's test names the fake, the connector and its settings; everything else is inherited.</summary>
public abstract class HttpSourceConformance(SandboxSystem system, int people = 120) : SourceConformance, IAsyncLifetime
{
    private static readonly FaultKind[] Brief = [FaultKind.Slow, FaultKind.Cut, FaultKind.LostAnswer, FaultKind.ServerError, FaultKind.Unavailable, FaultKind.TooManyRequests, FaultKind.Timeout];

    protected SandboxRig Rig { get; } = new(system, people);

    protected Uri Address => Rig.Server.Address;

    /// <summary>The connector's settings for a fake at this address, with pages small enough that the town fills three.</summary>
    protected abstract HttpSettings On(Uri address);

    /// <summary>Troubles of this system alone, beside those every HTTP system has.</summary>
    protected virtual IReadOnlyList<Trouble> OwnTroubles => [];

    /// <summary>Faults that cannot happen to this source, each with the reason that the table prints.</summary>
    protected virtual IReadOnlyDictionary<FaultKind, string> NotTested => new Dictionary<FaultKind, string>();

    /// <summary>What a lasting fault ends in; null when it does no harm.</summary>
    protected virtual FailureKind? Expected(FaultKind fault) => SandboxRig.Expected(fault);

    protected override object Settings => SandboxRig.Hurried(On(Address));

    protected override bool Commits => true;

    protected override TimeProvider Clock() => Rig.Time.Twin();

    protected override IReadOnlyList<string> Confidential => Rig.Confidential;

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        .. Tested().Where(fault => fault is not (FaultKind.DuplicatePage or FaultKind.LateCommit) && Expected(fault) is not null).Select(fault =>
            new Trouble(fault.ToString(), Settings, Expected(fault)!.Value) { Meet = () => Rig.Server.Faults.Set(new Fault(fault)), Leave = Rig.Server.Faults.Clear }),
        new("nobody there", SandboxRig.Hurried(On(new Uri("http://127.0.0.1:1" + system.BasePath))), FailureKind.Passing),
        new("a private address nobody allowed", (HttpSettings)Settings with { Network = new NetworkSettings() }, FailureKind.Denied),
        .. OwnTroubles,
    ];

    [Fact]
    public async Task No_fault_loses_or_doubles_a_record()
    {
        var whole = await ReadAsync(Open());
        var matrix = new FaultMatrix(Connector.Manifest.Name, system.Name, "source");
        foreach (var fault in Enum.GetValues<FaultKind>())
        {
            if (NotTested.TryGetValue(fault, out var reason))
            {
                matrix.Skip(fault, reason);
                continue;
            }

            Forget();
            Rig.Server.Faults.Set(new Fault(fault, Skip: 1));
            var begun = await ReadAsync(Open());
            Rig.Server.Faults.Clear();
            var rest = await ReadAsync(Open(), begun.Pages is [.., var last] ? last.Checkpoint : null);

            Assert.True(begun.Failure?.Kind == Expected(fault), $"{fault}: {begun.Failure?.Kind.ToString() ?? "no failure"} instead of {Expected(fault)?.ToString() ?? "none"}");
            Assert.True(rest.Failure is null, $"{fault}: the read after it failed with {rest.Failure?.Code}");
            AssertWhole(whole, [.. begun.Records, .. rest.Records], fault.ToString());
            matrix.Add(fault, begun.Failure is { } failure ? $"{failure.Kind} {failure.Code}" : "read on", "all records, once each");
        }

        await matrix.PrintAsync();
    }

    [Fact]
    public async Task A_fault_that_passes_at_once_is_not_even_seen()
    {
        var whole = await ReadAsync(Open());
        foreach (var fault in Brief.Except(NotTested.Keys))
        {
            Forget();
            Rig.Server.Faults.Set(new Fault(fault, Skip: 1, Times: 1));
            var read = await ReadAsync(Open());
            Rig.Server.Faults.Clear();

            Assert.True(read.Failure is null, $"{fault}: {read.Failure?.Code}");
            AssertWhole(whole, read.Records, fault.ToString());
        }
    }

    public virtual Task InitializeAsync() => Rig.StartAsync();

    public virtual Task DisposeAsync() => Rig.StopAsync();

    private IEnumerable<FaultKind> Tested() => Enum.GetValues<FaultKind>().Except(NotTested.Keys);

    private static void AssertWhole(Reading whole, IReadOnlyList<SourceRecord> read, string fault)
    {
        var doubled = read.GroupBy(record => (record.Key, record.Version)).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        Assert.True(doubled.Count == 0, $"{fault}: {doubled.Count} records came twice");
        var missing = whole.Records.Select(record => (record.Key, record.Version)).Except(read.Select(record => (record.Key, record.Version))).ToList();
        Assert.True(missing.Count == 0, $"{fault}: {missing.Count} records are missing");
    }
}
