using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Tests.Conformance.Http;

/// <summary>What every identity provider's connector over HTTP must do, met by its fake in connectors/Sandbox.</summary>
public abstract class HttpSignInConformance(SandboxSystem system, int people = 120) : SignInConformance, IAsyncLifetime
{
    protected SandboxRig Rig { get; } = new(system, people);

    protected Uri Address => Rig.Server.Address;

    protected abstract HttpSettings On(Uri address);

    protected virtual IReadOnlyList<Trouble> OwnTroubles => [];

    protected virtual IReadOnlyDictionary<FaultKind, string> NotTested => new Dictionary<FaultKind, string>
    {
        [FaultKind.DuplicatePage] = "a sign-in has no pages",
        [FaultKind.LateCommit] = "a sign-in reads no changes",
    };

    protected override object Settings => SandboxRig.Hurried(On(Address));

    protected override TimeProvider Clock() => Rig.Time.Twin();

    protected override IReadOnlyList<string> Confidential => Rig.Confidential;

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        .. Enum.GetValues<FaultKind>().Except(NotTested.Keys).Where(fault => SandboxRig.Expected(fault) is not null).Select(fault =>
            new Trouble(fault.ToString(), Settings, SandboxRig.Expected(fault)!.Value) { Meet = () => Rig.Server.Faults.Set(new Fault(fault)), Leave = Rig.Server.Faults.Clear }),
        new("nobody there", SandboxRig.Hurried(On(new Uri("http://127.0.0.1:1" + system.BasePath))), FailureKind.Passing),
        new("a private address nobody allowed", (HttpSettings)Settings with { Network = new NetworkSettings() }, FailureKind.Denied),
        .. OwnTroubles,
    ];

    [Fact]
    public async Task A_fault_while_the_person_comes_back_vouches_for_nobody_and_the_next_sign_in_works()
    {
        var matrix = new FaultMatrix(Connector.Manifest.Name, system.Name, "sign-in");
        foreach (var fault in Enum.GetValues<FaultKind>())
        {
            if (NotTested.TryGetValue(fault, out var reason))
            {
                matrix.Skip(fault, reason);
                continue;
            }

            var settings = Settings;
            var (ticket, call) = await ReturnAsync(settings, address => VisitAsync(address, 1));
            Rig.Server.Faults.Set(new Fault(fault));
            var during = await EndAsync(settings, ticket, call);
            Rig.Server.Faults.Clear();

            Assert.True((during as SignInEnd.Failed)?.Failure.Kind == SandboxRig.Expected(fault), $"{fault}: {during}");
            Assert.True((await SignInAsync(Settings, 1)).Record.Proven);
            if (during is SignInEnd.Failed(var failure))
            {
                matrix.Add(fault, $"{failure.Kind} {failure.Code}", "nobody is vouched for; the next sign-in works");
            }
            else
            {
                matrix.Add(fault, "vouched", "the identity, late");
            }
        }

        await matrix.PrintAsync();
    }

    public virtual Task InitializeAsync() => Rig.StartAsync();

    public virtual Task DisposeAsync() => Rig.StopAsync();
}
