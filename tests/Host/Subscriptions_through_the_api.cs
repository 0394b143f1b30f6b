using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Webhooks;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

[Collection(HubCollection.Name)]
public sealed class Subscriptions_through_the_api(RunningHub hub)
{
    private readonly string _name = $"portal-{Guid.NewGuid():N}"[..14];

    [Fact]
    public async Task A_new_subscription_is_held_until_a_person_releases_it()
    {
        await using var receiver = await SmallReceiver.StartAsync();
        using var architect = await hub.SignInAsync(Role.Architect);
        var saved = await SaveAsync(architect, Document(receiver));
        Assert.Equal("held", saved.GetProperty("mode").GetString());
        await Task.Delay(300);
        Assert.Empty(receiver.Bodies);

        await PostAsync(architect, "release?from=beginning");
        await receiver.UntilAsync(bodies => bodies.Count > 50);
        var released = await GetAsync(architect, "");
        Assert.Equal(("active", "21330063500017"), (released.GetProperty("mode").GetString(), released.GetProperty("controller").GetString()));
        Assert.DoesNotContain("birthDate", receiver.Text, StringComparison.Ordinal);
        await architect.DeleteAsync($"/v1/subscriptions/{_name}");
    }

    [Fact]
    public async Task A_mistake_in_the_document_changes_nothing_and_names_line_and_word()
    {
        await using var receiver = await SmallReceiver.StartAsync();
        using var architect = await hub.SignInAsync(Role.Architect);
        using var answer = await architect.PutAsync($"/v1/subscriptions/{_name}", Yaml(Document(receiver).Replace("birthName", "birthNam", StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"{_name}.yaml:", text, StringComparison.Ordinal);
        Assert.Contains("birthName", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await architect.GetAsync($"/v1/subscriptions/{_name}")).StatusCode);
    }

    [Fact]
    public async Task A_test_event_arrives_signed_and_names_nobody()
    {
        await using var receiver = await SmallReceiver.StartAsync();
        using var architect = await hub.SignInAsync(Role.Architect);
        await SaveAsync(architect, Document(receiver));

        var tested = await PostAsync(architect, "test");

        Assert.True(tested.GetProperty("taken").GetBoolean());
        using var body = JsonDocument.Parse(Assert.Single(receiver.Bodies));
        Assert.Equal((CloudEvent.TestType, "{}"), (body.RootElement.GetProperty("type").GetString(), body.RootElement.GetProperty("data").GetRawText()));
        await architect.DeleteAsync($"/v1/subscriptions/{_name}");
    }

    [Fact]
    public async Task The_subscriptions_key_sees_exactly_what_the_subscription_does()
    {
        await using var receiver = await SmallReceiver.StartAsync();
        using var architect = await hub.SignInAsync(Role.Architect);
        await SaveAsync(architect, Document(receiver) + "masks: { emails: masked }\n");
        var key = (await PostAsync(architect, "key")).GetProperty("key").GetString();
        using var reader = hub.Anonymous();
        reader.DefaultRequestHeaders.Authorization = new("Bearer", key);

        var lines = (await reader.GetStringAsync("/v1/snapshot")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(lines.Length > 100);
        var people = lines[1..^1].Select(line => JsonDocument.Parse(line).RootElement.GetProperty("citizen")).ToList();
        Assert.Superset(people.SelectMany(person => person.EnumerateObject()).Select(property => property.Name).ToHashSet(), new HashSet<string> { "birthName", "emails" });
        var mails = people.Where(person => person.TryGetProperty("emails", out _)).SelectMany(person => person.GetProperty("emails").EnumerateArray()).Select(mail => mail.GetProperty("value").GetString()!).ToList();
        Assert.NotEmpty(mails);
        Assert.All(mails, mail => Assert.Matches("^(.•••@.+|•)$", mail));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/v1/citizens?email=a@b.example")).StatusCode);
        await architect.DeleteAsync($"/v1/subscriptions/{_name}");
    }

    [Fact]
    public async Task A_replay_is_previewed_capped_and_guarded_against_loops()
    {
        await using var receiver = await SmallReceiver.StartAsync();
        using var architect = await hub.SignInAsync(Role.Architect);
        await SaveAsync(architect, Document(receiver));
        await PostAsync(architect, "release?from=now");

        var preview = await PostAsync(architect, "replay/preview", new { sequence = 0, cap = 100_000 });
        Assert.True(preview.GetProperty("changes").GetInt64() > 50);
        Assert.Equal(5, preview.GetProperty("sample").GetArrayLength());
        Assert.DoesNotContain("citizen\"", preview.GetRawText(), StringComparison.Ordinal);
        var last = preview.GetProperty("until").GetInt64();

        using var capped = await architect.PostAsJsonAsync($"/v1/subscriptions/{_name}/replay", new { sequence = 0, cap = 10 });
        Assert.Equal(HttpStatusCode.Conflict, capped.StatusCode);
        for (var i = 0; i < 3; i++)
        {
            await PostAsync(architect, "replay", new { sequence = last - 3 });
        }

        using var again = await architect.PostAsJsonAsync($"/v1/subscriptions/{_name}/replay", new { sequence = last - 3 });
        Assert.Contains("replay-loop", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await receiver.UntilAsync(bodies => !bodies.IsEmpty);
        await architect.DeleteAsync($"/v1/subscriptions/{_name}");
    }

    [Fact]
    public async Task A_subscription_that_was_removed_can_come_back()
    {
        await using var receiver = await SmallReceiver.StartAsync();
        using var architect = await hub.SignInAsync(Role.Architect);
        await SaveAsync(architect, Document(receiver));
        Assert.Equal(HttpStatusCode.NoContent, (await architect.DeleteAsync($"/v1/subscriptions/{_name}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await architect.GetAsync($"/v1/subscriptions/{_name}")).StatusCode);

        Assert.Equal("stopped", (await SaveAsync(architect, Document(receiver))).GetProperty("mode").GetString());
        await architect.DeleteAsync($"/v1/subscriptions/{_name}");
    }

    [Fact]
    public async Task Every_event_fits_its_published_schema()
    {
        await using var receiver = await SmallReceiver.StartAsync();
        using var architect = await hub.SignInAsync(Role.Architect);
        await SaveAsync(architect, Document(receiver) + "withValues: true\n");
        await PostAsync(architect, "release?from=beginning");
        await receiver.UntilAsync(bodies => bodies.Count > 100);
        foreach (var body in receiver.Bodies)
        {
            using var told = JsonDocument.Parse(body);
            using var schema = JsonDocument.Parse(await architect.GetStringAsync($"/v1/events/schemas/{told.RootElement.GetProperty("type").GetString()}"));
            SmallSchema.Check(told.RootElement, schema.RootElement, "event");
        }

        await architect.DeleteAsync($"/v1/subscriptions/{_name}");
    }

    private string Document(SmallReceiver receiver) => $$"""
        name: {{_name}}
        endpoint: {{receiver.Endpoint}}
        controller: "21330063500017"
        purpose: school-enrolment
        legalBasis: public-task
        attributes: [birthName, emails]
        sources: ["*"]
        secrets: [env:{{SmallReceiver.SecretVariable}}]
        allowedNetworks: [127.0.0.0/8]
        owner: dsi@example.fr

        """;

    private async Task<JsonElement> SaveAsync(HttpClient client, string yaml) => await ReadAsync(await client.PutAsync($"/v1/subscriptions/{_name}", Yaml(yaml)));

    private async Task<JsonElement> PostAsync(HttpClient client, string what, object? body = null) =>
        await ReadAsync(await client.PostAsJsonAsync($"/v1/subscriptions/{_name}/{what}", body ?? new { }));

    private async Task<JsonElement> GetAsync(HttpClient client, string what) => await ReadAsync(await client.GetAsync($"/v1/subscriptions/{_name}{what}"));

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static StringContent Yaml(string text) => new(text, Encoding.UTF8, "application/yaml");
}
