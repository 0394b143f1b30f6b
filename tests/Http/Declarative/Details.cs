using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;
using IntegrationHub.Tests.Http.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Http.Declarative;

public sealed class Details : IAsyncLifetime
{
    private static readonly DeclarativeSettings Written = ListSystem.Settings("""
        request: { path: list }
        records: $
        key: [id]
        details: { path: "list/{key}/people", into: people, match: id }
        """);

    private readonly string state = Directory.CreateTempSubdirectory("http-details-").FullName;
    private readonly List<string> asked = [];
    private readonly Dictionary<string, string> states = new(StringComparer.Ordinal) { ["a/1"] = "new", ["b"] = "new" };
    private Func<string, IResult> people = id => Results.Json(new[] { new { id = "of " + id, name = "Élodie" } });
    private SandboxServer? server;
    private Checkpoint? at;

    [Fact]
    public async Task The_list_of_the_detail_stands_in_the_record()
    {
        var record = (await RunAsync()).Records[0];

        var body = JsonNode.Parse(record.Body.Span)!;
        Assert.Equal(("a/1", "new", "Élodie"), (body["id"]!.ToString(), body["state"]!.ToString(), body["people"]![0]!["name"]!.ToString()));
        Assert.Equal(["a/1", "b"], asked);
    }

    [Fact]
    public async Task A_later_run_asks_for_the_details_of_what_changed_only()
    {
        await RunAsync();
        asked.Clear();
        Assert.Empty((await RunAsync()).Records);
        states["b"] = "signed";

        Assert.Equal(["b"], (await RunAsync()).Records.Select(record => record.Key));
        Assert.Equal(["b"], asked);
    }

    [Fact]
    public async Task A_detail_meant_for_another_record_is_not_hung_on_this_one()
    {
        people = _ => Results.Json(new[] { new { id = "of b", name = "Élodie" } });

        var read = await RunAsync();

        Assert.Equal((0, FailureKind.Passing, "details.differ"), (read.Records.Count, read.Failure!.Kind, read.Failure.Code));
    }

    [Fact]
    public async Task A_record_that_went_before_its_detail_was_asked_for_is_no_reason_to_stop()
    {
        people = id => id == "b" ? Results.NotFound() : Results.Json(new[] { new { id = "of " + id } });
        var read = await RunAsync();
        Assert.Equal((FailureKind.Passing, "details.gone"), (read.Failure!.Kind, read.Failure.Code));

        states.Remove("b");

        Assert.Equal(["a/1"], (await RunAsync()).Records.Select(record => record.Key));
    }

    [Fact]
    public async Task An_answer_that_is_no_list_passes()
    {
        people = _ => Results.Json(new { id = "x" });

        Assert.Equal((FailureKind.Passing, "body.malformed"), ((await RunAsync()).Failure!.Kind, (await RunAsync()).Failure!.Code));
    }

    [Fact]
    public void A_path_that_names_no_record_is_a_wrong_setting() =>
        Assert.Contains((Written with { Details = new DetailSettings { Path = "people", Into = "people" } }).Check(), problem => problem.Path == "details.path");

    public async Task InitializeAsync() => server = await SandboxServer.StartAsync(new Doors((routes, _) =>
    {
        routes.MapGet("/list", () => Results.Json(states.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new { id = pair.Key, state = pair.Value, people = new[] { new { id = "of " + pair.Key } } })));
        routes.MapGet("/list/{id}/people", (string id) =>
        {
            var key = Uri.UnescapeDataString(id);
            asked.Add(key);
            return people(key);
        });
    }), new SandboxOptions { People = 1 });

    public async Task DisposeAsync()
    {
        await server!.DisposeAsync();
        Directory.Delete(state, recursive: true);
    }

    private async Task<Reading> RunAsync()
    {
        var settings = SandboxRig.Hurried(Written with { Url = BaseAddress.Of(server!.Address) });
        var read = await Reading.AllAsync(new HttpDocumentConnector().OpenSource(settings, new ConnectionContext { Connection = "x", StateFolder = state }), at, commit: true);
        at = read.Pages is [.., var last] ? last.Checkpoint : at;
        return read;
    }
}
