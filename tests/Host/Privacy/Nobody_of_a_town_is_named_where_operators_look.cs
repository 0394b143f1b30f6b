using System.Net;
using System.Text;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Demo;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Host.Settings;
using IntegrationHub.Host.Texts;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Host.Support;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Tests.Host.Privacy;

/// <summary>A generated town goes the whole way, well and badly; then all that was logged, measured, traced and answered as an error is searched for its people.</summary>
[Collection(AloneCollection.Name)]
public sealed class Nobody_of_a_town_is_named_where_operators_look
{
    private static readonly TownSettings Settings = new() { People = 150, Seed = 31 };
    private readonly ValuesOfATown _values = new(Settings);

    [Fact]
    public async Task Import_delivery_doors_and_errors_name_nobody()
    {
        using var said = new EverythingSaid();
        using var logs = LoggerFactory.Create(builder => Loud(builder, said));
        var host = new HostSettings { Data = Shell.Folder(), Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017") };
        await using (var node = await HubNode.OpenAsync(host, TimeProvider.System, logs, default))
        {
            await using var subscriber = await DemoSubscriber.StartAsync(node, default);
            using var talk = new StringWriter();
            await DemoTown.LoadAsync(node, Settings.People!.Value, Settings.Seed, new Terminal(talk, talk, Words.French, interactive: false), default);
            await subscriber.CatchUpAsync(new Progress<double>(), default);
            await using var app = HubServer.Build(node, builder => Loud(builder, said));
            await app.StartAsync();
            foreach (var answer in await AskAsync(node, new Uri(app.Urls.First())))
            {
                said.Lines.Enqueue(answer);
            }

            await app.StopAsync();
            said.Lines.Enqueue(talk.ToString());
            foreach (var run in await node.Stores.Operations.ListRunsAsync(null, 0, 50, default))
            {
                said.Lines.Enqueue($"run {run}");
            }
        }

        var broken = await BreakAsync(Path.Combine(host.Data, "town"));
        said.Lines.Enqueue(broken);
        Assert.True(_values.Count > 500);
        Assert.Contains(said.Lines, line => line.StartsWith("log ", StringComparison.Ordinal));
        Assert.Contains(said.Lines, line => line.StartsWith("trace ", StringComparison.Ordinal));
        Assert.Contains(said.Lines, line => line.StartsWith("metric hub.records.in", StringComparison.Ordinal));
        var found = said.Lines.SelectMany(line => _values.In(line).Select(value => $"{value} in: {line[..Math.Min(300, line.Length)]}")).Take(5).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    // Every door that takes a person's values, asked well and badly; only the errors are kept, good answers hold people by right.
    private static async Task<List<string>> AskAsync(HubNode node, Uri address)
    {
        // Without a propagator it traces nothing: what this client sends is the test's, not the hub's.
        using var steward = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = address };
        await steward.GetAsync(await new SignInLinks(node.Stores.Operations, node.Clock).CreateAsync(address, "test", Role.Steward, default));
        var errors = new List<string>();
        var asked = 0;
        await foreach (var row in node.Stores.Reader.ReadAllGoldensAsync(default))
        {
            if (row.Golden is not { State: GoldenState.Active, Citizen: { BirthName: { } name, GivenNames: [var given, ..], Emails: [var email, ..] } } || asked++ > 8)
            {
                continue;
            }

            var who = $$"""{"birthName": "{{name}}", "givenNames": ["{{given}}"], "emails": [{"value": "{{email.Value}}"}]""";
            foreach (var door in new[]
            {
                $"/v1/citizens?email={Uri.EscapeDataString(email.Value)}", $"/v1/citizens?name={Uri.EscapeDataString($"{name} {given}")}",
                $"/v1/citizens?email={Uri.EscapeDataString(email.Value)}&limit=none", $"/v1/citizens/{row.Golden.Id}", $"/v1/citizens/{row.Golden.Id}/history",
                $"/v1/citizens/{Uri.EscapeDataString(email.Value)}", $"/citizens?name={Uri.EscapeDataString($"{name} {given}")}", $"/citizens/{row.Golden.Id}",
            })
            {
                await KeepAsync(await steward.GetAsync(door), errors);
            }

            await KeepAsync(await steward.PostAsync("/v1/match", Json(who + "}")), errors);
            await KeepAsync(await steward.PostAsync("/v1/match", Json(who)), errors);
            await KeepAsync(await steward.PostAsync("/v1/match", Json(who + ", \"birthDate\": 12}")), errors);
            await KeepAsync(await steward.PostAsync("/v1/connections/crm/records/k1", Json(who + "}")), errors);
        }

        Assert.True(asked > 8 && errors.Count > 8, $"{asked} asked, {errors.Count} errors");
        return errors;
    }

    /// <summary>A file of real people with rows nobody can read, through the command line.</summary>
    private static async Task<string> BreakAsync(string town)
    {
        var broken = Path.Combine(town, "broken.csv");
        var lines = await File.ReadAllLinesAsync(Path.Combine(town, "crm.csv"));
        await File.WriteAllLinesAsync(broken, lines.Select((line, at) => at % 5 == 3 ? line + "\0" : at % 5 == 4 ? line + ";\"" + line : line));
        var (_, output, error) = await Shell.RunAsync("import", broken, "--data", Shell.Folder(), "--lang", "fr");
        return output + error;
    }

    private static async Task KeepAsync(HttpResponseMessage answer, List<string> errors)
    {
        using (answer)
        {
            if (answer.StatusCode >= HttpStatusCode.BadRequest)
            {
                errors.Add($"answer {await answer.Content.ReadAsStringAsync()}");
            }
        }
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static void Loud(ILoggingBuilder builder, EverythingSaid said) => builder.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(said);
}
