using System.Net;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;

namespace IntegrationHub.Tests.Conformance.Http;

/// <summary>A fake system for one test: running, hurried, and holding what nobody may see in a log.</summary>
public sealed class SandboxRig(SandboxSystem system, int people = 120)
{
    private const string Variable = "HUB_SANDBOX_SECRET";

    private SandboxServer? server;

    public HurriedTime Time { get; } = new();

    public SandboxServer Server => server ?? throw new InvalidOperationException("the fake system is not started");

    /// <summary>The secret every fake accepts.</summary>
    public static Secret Password
    {
        get
        {
            Environment.SetEnvironmentVariable(Variable, SandboxContext.Secret);
            return new Secret("env:" + Variable);
        }
    }

    /// <summary>A secret no fake accepts.</summary>
    public static Secret WrongPassword
    {
        get
        {
            Environment.SetEnvironmentVariable(Variable + "_WRONG", "not-the-secret-5d2a");
            return new Secret($"env:{Variable}_WRONG");
        }
    }

    public async Task StartAsync() => server = await SandboxServer.StartAsync(system, new SandboxOptions
    {
        Time = Time,
        People = people,
        Planted = new Dictionary<string, string> { ["nir"] = Planted.Nir, ["iban"] = Planted.Iban, ["remarques"] = $"IBAN {Planted.Iban}, NIR {Planted.Nir}." },
    });

    public async Task StopAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>The settings, hurried too, and allowed to reach loopback.</summary>
    public static HttpSettings Hurried(HttpSettings settings) => settings with
    {
        Network = settings.Network with { Allow = [new NetworkRange(IPNetwork.Parse("127.0.0.0/8"))] },
        TimeoutSeconds = 30,
        Retries = 2,
    };

    /// <summary>The secret, the planted numbers, and the town's longer family names.</summary>
    public IReadOnlyList<string> Confidential =>
    [
        SandboxContext.Secret, "not-the-secret-5d2a", Planted.Nir, Planted.Iban,
        .. Server.Town.Records(TownSystem.Portail).Take(30).Select(record => record.People[0].LastName).Where(name => name.Length > 6).Distinct(),
    ];

    /// <summary>What a fault that lasts must end in; null when it does no harm.</summary>
    public static FailureKind? Expected(FaultKind fault) => fault switch
    {
        FaultKind.Slow or FaultKind.LateCommit => null,
        FaultKind.Unauthorized or FaultKind.Forbidden or FaultKind.NotFound => FailureKind.Denied,
        FaultKind.TooManyRequests or FaultKind.LongThrottle => FailureKind.Throttled,
        _ => FailureKind.Passing,
    };
}
