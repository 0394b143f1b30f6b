using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Http.Declarative;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;
using IntegrationHub.Tests.Http.Fakes;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Http.Declarative;

/// <summary>A system described in YAML, whose records a test changes between runs; the checkpoint is kept as the hub keeps it.</summary>
internal sealed class ListSystem : IAsyncDisposable
{
    private readonly HttpDocumentConnector connector = new();
    private readonly string state = Directory.CreateTempSubdirectory("http-list-").FullName;
    private SandboxServer? server;
    private Checkpoint? at;

    public SortedDictionary<string, JsonObject> Rows { get; } = new(StringComparer.Ordinal);

    public List<string> Asked { get; } = [];

    /// <summary>Answers a page; by default <c>?skip=&amp;take=</c> over the rows in <c>items</c>.</summary>
    public Func<ListSystem, HttpContext, IResult> Answer { get; init; } = static (system, call) =>
        Results.Json(new { items = system.Rows.Values.Skip(int.Parse(call.Request.Query["skip"]!)).Take(int.Parse(call.Request.Query["take"]!)) });

    public static DeclarativeSettings Settings(string yaml) => (DeclarativeSettings)ConnectionDocument.Read(YamlDocument.Parse(
        $"name: x\nconnector: http\ncontroller: \"21330063500017\"\nsettings:\n  url: http://127.0.0.1/\n  " + yaml.ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal), "x.yaml")).BindSettings(new HttpDocumentConnector().Manifest);

    public static Task<ListSystem> StartAsync(int rows) => new ListSystem().BeginAsync(rows);

    public async Task<ListSystem> BeginAsync(int rows)
    {
        for (var row = 1; row <= rows; row++)
        {
            Rows[$"{row:D3}"] = new JsonObject { ["id"] = $"{row:D3}", ["name"] = $"n{row}" };
        }

        server = await SandboxServer.StartAsync(new Doors((routes, _) => Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(routes, "/list", (HttpContext call) =>
        {
            Asked.Add(call.Request.QueryString.ToString());
            return Answer(this, call);
        })), new SandboxOptions { People = 1 });
        return this;
    }

    /// <summary>One run from where the last one ended, as text: <c>+key</c>, <c>-key</c>.</summary>
    public async Task<(IReadOnlyList<string> Told, Failure? Failure)> RunAsync(DeclarativeSettings settings, bool released = false)
    {
        var context = new ConnectionContext { Connection = "x", StateFolder = state, BrakeReleased = released };
        var there = (DeclarativeSettings)SandboxRig.Hurried(settings with { Url = BaseAddress.Of(server!.Address) });
        var read = await Reading.AllAsync(connector.OpenSource(there, context), at, commit: true);
        at = read.Pages is [.., var last] ? last.Checkpoint : at;
        return ([.. read.Records.Select(record => (record.Deleted ? "-" : "+") + record.Key), .. read.Rejected.Select(reject => $"!{reject.Position} {reject.Code}")], read.Failure);
    }

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        Directory.Delete(state, recursive: true);
    }

}
