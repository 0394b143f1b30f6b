using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

/// <summary>The whole way: a subscriber posts what it holds, an architect sees who differs, and has them told again by API, page or command.</summary>
[Collection(HubCollection.Name)]
public sealed class Reconciling_a_subscription(RunningHub hub)
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(16);
    private readonly string _name = $"copy-{Guid.NewGuid():N}"[..14];

    [Fact]
    public async Task Who_differs_is_found_and_told_again()
    {
        await using var receiver = await SmallReceiver.StartAsync();
        using var architect = await hub.SignInAsync(Role.Architect);
        using var subscriber = await SubscribeAsync(architect, receiver);
        var held = await SnapshotAsync(subscriber);
        Assert.True(held.Count > 100);

        Assert.Equal((held.Count, 0), Counts(await PostAsync(subscriber, held)));

        var (missing, different) = (held.Keys.First(), held.Keys.Last());
        held.Remove(missing);
        held[different] = "{}";
        var found = await PostAsync(subscriber, held);
        Assert.Equal((held.Count, 2), Counts(found));
        Assert.Equal([(missing, "missing"), (different, "different")], found.GetProperty("drifts").EnumerateArray().Select(drift => (drift.GetProperty("id").GetString()!, drift.GetProperty("kind").GetString()!)));
        var shown = await architect.GetStringAsync($"/subscriptions/{_name}");
        Assert.Contains(missing, shown, StringComparison.Ordinal);
        Assert.Contains("Tell those who differ again", shown, StringComparison.Ordinal);

        var before = receiver.Bodies.Count;
        using var repair = await architect.PostAsJsonAsync($"/v1/subscriptions/{_name}/reconciliation/repair", new { });
        Assert.Equal(HttpStatusCode.Accepted, repair.StatusCode);
        await receiver.UntilAsync(bodies => bodies.Count >= before + 2);
        var told = receiver.Bodies.Skip(before).Select(body => JsonSerializer.Deserialize<JsonElement>(body)).ToList();
        Assert.All(told, body => Assert.Equal("fr.integrationhub.citizen.refreshed.v1", body.GetProperty("type").GetString()));
        Assert.Equal(new[] { missing, different }.Order(StringComparer.Ordinal), told.Select(body => body.GetProperty("subject").GetString()!).Order(StringComparer.Ordinal));
        await architect.DeleteAsync($"/v1/subscriptions/{_name}");
    }

    [Fact]
    public async Task Only_the_subscriptions_own_keys_may_compare()
    {
        await using var receiver = await SmallReceiver.StartAsync();
        using var architect = await hub.SignInAsync(Role.Architect);
        using var subscriber = await SubscribeAsync(architect, receiver);
        using var other = await hub.ApplicationAsync("other", Scope.All, Scope.All);

        using var refused = await other.PostAsync(Path(), Lines(new Dictionary<string, string>()));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var wrong = await subscriber.PostAsync(Path(), new StringContent("nothing of the kind"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("line 1", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await architect.DeleteAsync($"/v1/subscriptions/{_name}");
    }

    [Fact]
    public async Task The_command_line_lists_compares_and_repairs_beside_a_running_hub()
    {
        await using var receiver = await SmallReceiver.StartAsync();
        using var architect = await hub.SignInAsync(Role.Architect);
        using var subscriber = await SubscribeAsync(architect, receiver);
        var held = await SnapshotAsync(subscriber);
        var missing = held.Keys.First();
        held.Remove(missing);
        var data = hub.Node.Settings.Data;
        var file = Shell.Write(Shell.Folder(), "copy.jsonl", await Lines(held).ReadAsStringAsync());
        var before = receiver.Bodies.Count;

        var listed = await Shell.RunAsync("subscriptions", "list", "--data", data);
        var compared = await Shell.RunAsync("subscriptions", "reconcile", _name, "--copy", file, "--repair", "--data", data);
        var unknown = await Shell.RunAsync("subscriptions", "repair", "nobody", "--data", data);

        Assert.Contains($"{_name}  active", listed.Output, StringComparison.Ordinal);
        Assert.Equal((1, 2), (compared.Code, unknown.Code));
        Assert.Contains($"missing 1 different 0 extra 0", compared.Output, StringComparison.Ordinal);
        Assert.Contains($"{missing}  missing", compared.Output, StringComparison.Ordinal);
        Assert.Contains(_name, unknown.Error, StringComparison.Ordinal);
        await receiver.UntilAsync(bodies => bodies.Skip(before).Any(body => body.Contains(missing, StringComparison.Ordinal)));
        await architect.DeleteAsync($"/v1/subscriptions/{_name}");
    }

    private async Task<HttpClient> SubscribeAsync(HttpClient architect, SmallReceiver receiver)
    {
        var yaml = $$"""
            name: {{_name}}
            endpoint: {{receiver.Endpoint}}
            controller: "21330063500017"
            purpose: school-enrolment
            legalBasis: public-task
            attributes: [birthName, givenNames, emails]
            sources: ["*"]
            secrets: [env:{{SmallReceiver.SecretVariable}}]
            allowedNetworks: [127.0.0.0/8]
            withValues: true
            """;
        using var saved = await architect.PutAsync($"/v1/subscriptions/{_name}", new StringContent(yaml, Encoding.UTF8, "application/yaml"));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        using var released = await architect.PostAsJsonAsync($"/v1/subscriptions/{_name}/release?from=now", new { });
        Assert.Equal(HttpStatusCode.OK, released.StatusCode);
        using var made = await architect.PostAsJsonAsync($"/v1/subscriptions/{_name}/key", new { });
        var key = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString();
        var subscriber = hub.Anonymous();
        subscriber.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return subscriber;
    }

    private static async Task<Dictionary<string, string>> SnapshotAsync(HttpClient subscriber)
    {
        var lines = (await subscriber.GetStringAsync("/v1/snapshot")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..^1];
        return lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToDictionary(person => person.GetProperty("id").GetString()!, person => person.GetProperty("citizen").GetRawText(), StringComparer.Ordinal);
    }

    private string Path() => $"/v1/subscriptions/{_name}/reconciliation";

    private async Task<JsonElement> PostAsync(HttpClient subscriber, Dictionary<string, string> held)
    {
        using var answer = await subscriber.PostAsync(Path(), Lines(held));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static (long Held, long Drift) Counts(JsonElement found)
    {
        var last = found.GetProperty("last");
        return (last.GetProperty("held").GetInt64(), last.GetProperty("drift").GetInt64());
    }

    private static StringContent Lines(Dictionary<string, string> held) => new(
        string.Join('\n', held.Select(person => JsonSerializer.Serialize(new { id = person.Key, hash = HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{person.Key}.{person.Value}")) }))
            .Prepend(JsonSerializer.Serialize(new { key = Key }))),
        Encoding.UTF8, "application/x-ndjson");
}
