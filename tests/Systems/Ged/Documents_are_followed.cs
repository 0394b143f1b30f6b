using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Ged.Alfresco;
using IntegrationHub.Connectors.Ged.Cmis;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Systems.Ged;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Ged;

public sealed class Documents_are_followed : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ged").FullName;
    private readonly MovableTime time = new(DateTimeOffset.Parse("2026-06-01T10:00:00Z", CultureInfo.InvariantCulture));
    private readonly CapturedLog log = new();

    public static TheoryData<string> Systems { get; } = new("alfresco", "cmis");

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task A_second_read_gives_what_changed_and_what_was_deleted_and_nothing_twice(string system)
    {
        await using var server = await StartAsync(system);
        var first = await ReadAsync(system, server);
        var (changed, deleted) = (first.Records[3], first.Records[7]);
        await ChangeAsync(system, server, changed.Key);
        time.Pass(TimeSpan.FromMinutes(1));
        await DeleteAsync(system, server, deleted.Key);

        var second = await ReadAsync(system, server, first.Pages[^1].Checkpoint);
        var third = await ReadAsync(system, server, second.Pages[^1].Checkpoint);

        Assert.Equal([changed.Key, deleted.Key], second.Records.Select(record => record.Key));
        Assert.Contains("annotation", Encoding.UTF8.GetString(second.Records[0].Body.Span), StringComparison.Ordinal);
        Assert.True(second.Records[1].Deleted);
        Assert.All(second.Records, record => Assert.True(record.Version.Number > first.Records.Single(one => one.Key == record.Key).Version.Number));
        Assert.Empty(third.Pages);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task Deletions_stopped_between_two_pages_are_told_in_the_next_run(string system)
    {
        await using var server = await StartAsync(system);
        var first = await ReadAsync(system, server);
        foreach (var record in first.Records.Take(25))
        {
            time.Pass(TimeSpan.FromSeconds(1));
            await DeleteAsync(system, server, record.Key);
        }

        var second = await ReadAsync(system, server, first.Pages[^1].Checkpoint);
        var rest = await ReadAsync(system, server, second.Pages[0].Checkpoint);

        Assert.Equal(25, second.Records.Count(record => record.Deleted));
        Assert.Equal(second.Pages.Skip(1).SelectMany(page => page.Records).Select(record => record.Key), rest.Records.Select(record => record.Key));
    }

    [Theory]
    [InlineData("alfresco", "ged")]
    [InlineData("cmis", "cmis")]
    public async Task The_catalogues_mapping_reads_every_document_of_the_town(string system, string document)
    {
        await using var server = await StartAsync(system);
        var compiled = MappingCompiler.Compile(await File.ReadAllTextAsync(Checkout.File("mappings", "catalog", document + ".yaml")), document + ".yaml");

        var mapped = (await ReadAsync(system, server)).Records.Select(record => compiled.Mapping!.Map(document, record, time.GetUtcNow())).ToList();

        Assert.Equal(server.Town.Records(TownSystem.Ged).Count(record => record.People.Count > 0), mapped.Sum(record => record.Citizens.Count));
        Assert.All(mapped, record => Assert.Equal("document", LinkedItemKindOf(record)));
        Assert.InRange((double)mapped.Sum(record => record.Issues.Count) / mapped.Count, 0, 0.1);
    }

    [Fact]
    public async Task A_server_without_a_change_log_is_read_and_says_that_deletions_are_not_told()
    {
        await using var server = await SandboxServer.StartAsync(new CmisSandbox { KeepsChangeLog = false }, new SandboxOptions { Time = time });

        var read = await ReadAsync("cmis", server);

        Assert.Null(read.Failure);
        Assert.Equal(server.Town.Count(TownSystem.Ged), read.Records.Count);
        Assert.Contains(log.Lines, line => line.Contains("2401", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string LinkedItemKindOf(MappedRecord record) => Assert.Single(record.LinkedItems).Kind;

    private async Task<SandboxServer> StartAsync(string system) =>
        await SandboxServer.StartAsync(system == "cmis" ? new CmisSandbox() : new AlfrescoSandbox(), new SandboxOptions { Time = time });

    private async Task<Reading> ReadAsync(string system, SandboxServer server, Checkpoint? after = null)
    {
        var context = new ConnectionContext { Connection = system, StateFolder = folder, Time = time, Log = log };
        return await Reading.AllAsync(system == "cmis"
            ? new CmisConnector().OpenSource(SandboxRig.Hurried(GedConnection.Cmis(server.Address, SandboxRig.Password)), context)
            : new AlfrescoConnector().OpenSource(SandboxRig.Hurried(GedConnection.Alfresco(server.Address, SandboxRig.Password)), context), after);
    }

    private static async Task ChangeAsync(string system, SandboxServer server, string key)
    {
        using var client = Client(server);
        using var answer = system == "cmis"
            ? await PostAsync(client, "-default-/root", ("cmisaction", "update"), ("objectId", key), ("propertyId[0]", "cm:title"), ("propertyValue[0]", "annotation"))
            : await client.PutAsJsonAsync("api/-default-/public/alfresco/versions/1/nodes/" + key, new JsonObject { ["properties"] = new JsonObject { ["cm:title"] = "annotation" } });
        answer.EnsureSuccessStatusCode();
    }

    private static async Task DeleteAsync(string system, SandboxServer server, string key)
    {
        using var client = Client(server);
        using var answer = system == "cmis"
            ? await PostAsync(client, "-default-/root", ("cmisaction", "delete"), ("objectId", key))
            : await client.DeleteAsync("api/-default-/public/alfresco/versions/1/nodes/" + key);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(address, form);
    }

    private static HttpClient Client(SandboxServer server)
    {
        var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SandboxContext.User}:{SandboxContext.Secret}")));
        return client;
    }
}
