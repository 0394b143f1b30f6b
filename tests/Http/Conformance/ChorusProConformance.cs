using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Systems;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Http.Conformance;

public sealed class ChorusProConformance() : HttpSourceConformance(new ChorusProSandbox(), people: 1500)
{
    private const string Variable = "HUB_TEST_CPRO";

    protected override Connector Connector { get; } = new HttpDocumentConnector();

    // A town's suppliers send invoices days apart: what is committed late lies further back than in a whole commune.
    protected override HttpSettings On(Uri address) =>
        Settled(Shipped.LookingBack(Shipped.At("chorus-pro", address, size: 7), days: 60), address, SandboxRig.Password, ChorusProSandbox.Account);

    protected override IReadOnlyList<string> Confidential => [.. base.Confidential, ChorusProSandbox.Account];

    protected override IReadOnlyList<Trouble> OwnTroubles
    {
        get
        {
            var settings = (DeclarativeSettings)Settings;
            return
            [
                new("a wrong client secret", Settled(settings, Address, SandboxRig.WrongPassword, ChorusProSandbox.Account), FailureKind.Denied),
                new("a wrong technical account", settings with { SecretHeaders = Account("wrong", "d3Jvbmc6d3Jvbmc=") }, FailureKind.Denied),
                new("an error inside 200", settings with { Request = settings.Request with { Body = Template.Parse("{\"page\":{page}}") } }, FailureKind.Denied),
            ];
        }
    }

    [Fact]
    public async Task No_result_ends_the_read_without_a_failure()
    {
        var settings = (DeclarativeSettings)Settings;
        var works = settings.Request with { Body = Template.Parse(settings.Request.Body!.ToString().Replace("\"FACTURE\"", "\"FACTURE_TRAVAUX\"", StringComparison.Ordinal)) };

        var read = await ReadAsync(Connector.OpenSource(settings with { Request = works }, Context()));

        Assert.Null(read.Failure);
        Assert.Empty(read.Records);
    }

    [Fact]
    public async Task A_later_run_asks_for_changes_only_by_a_body_of_its_own()
    {
        var settings = (DeclarativeSettings)Settings;
        var whole = await ReadAsync(Open());
        var nonsense = settings with { Request = settings.Request with { Body = Template.Parse("{\"page\":{page}}") } };

        var later = await ReadAsync(Connector.OpenSource(nonsense, Context()), whole.Pages[^1].Checkpoint);

        Assert.Null(later.Failure);
        Assert.True(later.Records.Count < whole.Records.Count);
    }

    private static DeclarativeSettings Settled(DeclarativeSettings settings, Uri address, Secret secret, string account) => settings with
    {
        Auth = new AuthSettings { ClientCredentials = settings.Auth!.ClientCredentials! with { TokenUrl = new Uri(address, "api/oauth/token"), ClientSecret = secret } },
        SecretHeaders = Account("right", account),
    };

    private static Dictionary<string, Secret> Account(string name, string value)
    {
        Environment.SetEnvironmentVariable($"{Variable}_{name}", value);
        return new Dictionary<string, Secret> { ["cpro-account"] = new Secret($"env:{Variable}_{name}") };
    }
}
