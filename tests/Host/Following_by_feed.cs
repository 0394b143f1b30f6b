using System.Net;
using System.Text.Json;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

[Collection(HubCollection.Name)]
public sealed class Following_by_feed(RunningHub hub)
{
    [Fact]
    public async Task A_stream_goes_on_behind_the_last_event_a_client_got()
    {
        using var reader = await hub.ApplicationAsync("stream", Scope.All, Scope.All);
        var first = await EventsAsync(reader, null, 5);
        var rest = await EventsAsync(reader, first[2].Id, 2);

        Assert.Equal(first[3..5], rest);
        Assert.Equal("created", first[0].Kind);
    }

    [Fact]
    public async Task An_expired_cursor_is_told_before_the_stream_begins()
    {
        using var reader = await hub.ApplicationAsync("expired", Scope.All, Scope.All);
        var cursor = (await EventsAsync(reader, null, 1))[0].Id;
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/v1/changes/stream");
        foreign.Headers.Add("Last-Event-ID", cursor[..^3] + (cursor[^3] == 'A' ? 'B' : 'A') + cursor[^2..]);
        using var answer = await reader.SendAsync(foreign, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("cursor-expired", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_and_the_feed_after_its_cursor_make_the_registry()
    {
        using var reader = await hub.ApplicationAsync("copy", Scope.All, Scope.All);
        var lines = (await reader.GetStringAsync("/v1/snapshot")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        var ids = lines[1..^1].Select(line => line.GetProperty("id").GetString()!).ToList();
        var after = JsonSerializer.Deserialize<JsonElement>(await reader.GetStringAsync($"/v1/changes?cursor={lines[0].GetProperty("cursor").GetString()}"));
        var rest = (await reader.GetStringAsync($"/v1/snapshot?after={Uri.EscapeDataString(ids[^4])}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var counts = await hub.Node.Stores.Reader.CountAsync(CancellationToken.None);
        Assert.Equal(counts.Goldens, ids.Count);
        Assert.Equal(counts.Goldens, lines[^1].GetProperty("people").GetInt64());
        Assert.False(after.GetProperty("more").GetBoolean());
        Assert.Equal(3 + 2, rest.Length);
    }

    [Fact]
    public async Task A_page_of_the_feed_can_bring_how_everybody_in_it_stands_now()
    {
        using var reader = await hub.ApplicationAsync("states", Scope.Of("birthName"), Scope.All);
        var page = JsonSerializer.Deserialize<JsonElement>(await reader.GetStringAsync("/v1/changes?limit=50&people=true"));
        var touched = page.GetProperty("changes").EnumerateArray().SelectMany(change => change.GetProperty("touched").EnumerateArray()).Select(id => id.GetString()).ToHashSet();

        var people = page.GetProperty("people").EnumerateArray().ToList();
        Assert.Equal(touched, people.Select(person => person.GetProperty("id").GetString()).ToHashSet());
        Assert.All(people.Where(person => person.TryGetProperty("citizen", out _)), person =>
            Assert.Subset(new HashSet<string> { "birthName" }, person.GetProperty("citizen").EnumerateObject().Select(property => property.Name).ToHashSet()));
    }

    private static async Task<List<(string Id, string Kind, string Data)>> EventsAsync(HttpClient client, string? lastId, int count)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/changes/stream");
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var (events, fields) = (new List<(string, string, string)>(), new Dictionary<string, string>());
        while (events.Count < count && await lines.ReadLineAsync() is { } line)
        {
            if (line.Length == 0 && fields.TryGetValue("data", out var data))
            {
                events.Add((fields["id"], fields["event"], data));
                fields.Clear();
            }
            else if (line.Split(": ", 2) is [var name, var value])
            {
                fields[name] = value;
            }
        }

        return events;
    }
}
