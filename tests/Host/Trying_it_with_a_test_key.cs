using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IntegrationHub.Host.Access;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Host.Support;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Tests.Host;

/// <summary>A developer's key: the subscription's contract over people who do not exist.</summary>
[Collection(HubCollection.Name)]
public sealed class Trying_it_with_a_test_key(RunningHub hub) : IAsyncLifetime
{
    private readonly string _name = $"trial-{Guid.NewGuid():N}"[..14];
    private string _key = "";
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        await using var receiver = await SmallReceiver.StartAsync();
        using var architect = await hub.SignInAsync(Role.Architect);
        using var body = new StringContent($$"""
            name: {{_name}}
            endpoint: {{receiver.Endpoint}}
            controller: "21330063500017"
            purpose: school-enrolment
            legalBasis: public-task
            attributes: [birthName, birthDate, emails]
            masks: { birthDate: year, emails: masked }
            sources: [crm]
            secrets: [env:{{SmallReceiver.SecretVariable}}]
            allowedNetworks: [127.0.0.0/8]
            """, Encoding.UTF8, "application/yaml");
        (await architect.PutAsync($"/v1/subscriptions/{_name}", body)).EnsureSuccessStatusCode();
        using var made = await architect.PostAsync($"/v1/subscriptions/{_name}/key?test=true", null);
        var answer = await made.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.GetProperty("test").GetBoolean());
        _key = answer.GetProperty("key").GetString()!;
        _client = hub.Anonymous();
        _client.DefaultRequestHeaders.Authorization = new("Bearer", _key);
        await architect.DeleteAsync($"/v1/subscriptions/{_name}");
    }

    public Task DisposeAsync()
    {
        _client.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Its_snapshot_and_feed_hold_invented_people_only_marked_and_cut_to_the_contract()
    {
        using var answer = await _client.GetAsync("/v1/snapshot");
        Assert.Equal("true", Assert.Single(answer.Headers.GetValues(KeyHandler.TestHeader)));
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();
        Assert.True(lines[0].GetProperty("test").GetBoolean());
        Assert.True(lines.Count > 9);
        foreach (var citizen in lines[1..^1].Select(line => line.GetProperty("citizen")))
        {
            Assert.StartsWith("TEST ", citizen.GetProperty("birthName").GetString(), StringComparison.OrdinalIgnoreCase);
            Assert.Subset(new HashSet<string> { "birthName", "birthDate", "emails" }, citizen.EnumerateObject().Select(property => property.Name).ToHashSet());
            Assert.True(!citizen.TryGetProperty("birthDate", out var born) || born.GetString()!.Length == 4);
        }

        var feed = await FeedAsync();
        Assert.True(feed.GetProperty("test").GetBoolean());
        Assert.All(feed.GetProperty("people").EnumerateArray().Where(person => person.TryGetProperty("citizen", out _)).ToList(), person =>
            Assert.StartsWith("TEST ", person.GetProperty("citizen").GetProperty("birthName").GetString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Its_feed_shows_a_change_of_every_kind()
    {
        var kinds = (await FeedAsync()).GetProperty("changes").EnumerateArray().Select(change => Enum.Parse<ChangeKind>(change.GetProperty("kind").GetString()!, ignoreCase: true));

        Assert.Equal(Enum.GetValues<ChangeKind>(), kinds.Distinct().Order());
    }

    [Fact]
    public async Task It_finds_no_real_person_at_any_door_and_opens_no_door_but_those_with_invented_people()
    {
        var real = await hub.Node.Stores.Reader.ReadGoldensAsync(null, 5, CancellationToken.None);
        foreach (var golden in real.Select(row => row.Golden).Where(golden => golden.State == GoldenState.Active))
        {
            var record = golden.Members[0].Record;
            foreach (var door in new[] { $"{golden.Id}", $"{golden.Id}/sources", $"{golden.Id}/history", $"{golden.Id}/why", $"by/{record.Connection}/{Uri.EscapeDataString(record.Key)}" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync($"/v1/citizens/{door}")).StatusCode);
            }

            var name = Uri.EscapeDataString(golden.Citizen.BirthName ?? golden.Citizen.UsageName ?? "x");
            Assert.Empty(Parse(await _client.GetStringAsync($"/v1/citizens?name={name}")).GetProperty("items").EnumerateArray());
        }

        Assert.NotEmpty(Parse(await _client.GetStringAsync("/v1/citizens?name=test")).GetProperty("items").EnumerateArray());
        foreach (var path in new[] { "/v1/runs", "/v1/counts", "/", "/search", $"/v1/subscriptions/{_name}/reconciliation" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await FollowedAsync(path)).StatusCode);
        }

        using var posted = await _client.PostAsJsonAsync("/v1/match", new { birthName = "Test Moreau" });
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
    }

    /// <summary>A door that takes the registry by itself would give a test key real people.</summary>
    [Fact]
    public void Only_doors_that_read_through_the_current_reader_let_it_in()
    {
        var marked = ((IEndpointRouteBuilder)hub.App).DataSources.SelectMany(source => source.Endpoints).Where(door => door.Metadata.GetMetadata<InventedPeopleAttribute>() is not null).ToList();
        Assert.Equal(9, marked.Count);
        foreach (var door in marked)
        {
            var taken = door.Metadata.GetMetadata<System.Reflection.MethodInfo>()!.GetParameters().Select(parameter => parameter.ParameterType).ToList();
            Assert.Contains(typeof(CurrentReader), taken);
            Assert.DoesNotContain(typeof(IRegistryReader), taken);
            Assert.DoesNotContain(typeof(IntegrationHub.Hub.Feed.ChangeFeed), taken);
        }
    }

    [Fact]
    public async Task It_is_kept_as_a_hash_its_use_is_in_the_access_log_and_it_can_be_revoked()
    {
        var id = _key[4..].Split('.')[0];
        var kept = (await hub.Node.Stores.Operations.ListDocumentsAsync(KeyDocument.Kind, CancellationToken.None)).Single(document => document.Name == id);
        Assert.DoesNotContain(_key.Split('.')[1], kept.Text, StringComparison.Ordinal);
        Assert.Equal("test-Architect", kept.By);

        await FeedAsync();
        using var auditor = await hub.SignInAsync(Role.Auditor);
        var log = Parse(await auditor.GetStringAsync("/v1/audit?limit=1000")).GetProperty("items").EnumerateArray().Where(line => line.GetProperty("actor").GetString() == id).ToList();
        Assert.NotEmpty(log);
        Assert.All(log, line => Assert.Equal("test", line.GetProperty("action").GetString()));

        var (code, _, error) = await Shell.RunAsync("keys", "revoke", id, "--data", hub.Node.Settings.Data);
        Assert.True(code == 0, error);
        Assert.Null(await new KeyRing(hub.Node.Stores.Operations, hub.Node.Clock).FindAsync(id, CancellationToken.None));
    }

    private async Task<JsonElement> FeedAsync() => Parse(await _client.GetStringAsync("/v1/changes?people=true&limit=1000"));

    private async Task<HttpResponseMessage> FollowedAsync(string path)
    {
        var answer = await _client.GetAsync(path);
        if (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/denied", StringComparison.Ordinal))
        {
            answer.StatusCode = HttpStatusCode.Forbidden;
        }

        return answer;
    }

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
