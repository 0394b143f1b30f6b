using System.Net.Http.Json;
using System.Text.Json;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

[Collection(HubCollection.Name)]
public sealed class A_contract_at_every_door(RunningHub hub)
{
    [Fact]
    public async Task A_key_never_sees_an_attribute_or_source_outside_its_contract()
    {
        var person = await PersonOfAsync("portail", "crm");
        using var narrow = await hub.ApplicationAsync("narrow", Scope.Of("birthName", "givenNames"), Scope.Of("crm"));
        var surname = (person.Citizen.BirthName ?? person.Citizen.UsageName)![..2];
        string[] doors =
        [
            $"/v1/citizens?name={Uri.EscapeDataString(surname)}&limit=100", $"/v1/citizens/{person.Id}", $"/v1/citizens/{person.Id}/sources",
            $"/v1/citizens/{person.Id}/history", $"/v1/citizens/{person.Id}/why", "/v1/changes?limit=1000",
            $"/v1/citizens/by/crm/{Uri.EscapeDataString(person.Members.First(m => m.Record.Connection == "crm").Record.Key)}",
        ];
        foreach (var door in doors)
        {
            var text = await narrow.GetStringAsync(door);
            foreach (var hidden in new[] { "portail", "finance", "famille", "birthDate", "emails", "phones", "addresses", "birthPlace" })
            {
                Assert.DoesNotContain($"\"{hidden}", text, StringComparison.Ordinal);
            }
        }

        using var matched = await narrow.PostAsJsonAsync("/v1/match", new { birthName = person.Citizen.BirthName, givenNames = person.Citizen.GivenNames, birthDate = person.Citizen.BirthDate?.ToString() });
        using var advice = JsonDocument.Parse(await matched.Content.ReadAsStringAsync());
        Assert.DoesNotContain("birthDate", advice.RootElement.GetProperty("candidates").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("birthDate", Assert.Single(advice.RootElement.GetProperty("ignored").EnumerateArray().ToList()).GetString());
    }

    [Fact]
    public async Task A_match_weight_does_not_move_with_a_value_the_key_may_not_see()
    {
        using var narrow = await hub.ApplicationAsync("weigher", Scope.Of("birthName", "givenNames"), Scope.Of("crm"));
        var compared = 0;
        await foreach (var row in hub.Node.Stores.Reader.ReadAllGoldensAsync(CancellationToken.None))
        {
            // Names alone must be rare enough to propose anybody.
            var citizen = row.Golden.Citizen;
            var alone = compared < 3 ? await WeightsAsync(narrow, new { citizen.BirthName, citizen.GivenNames }) : [];
            if (alone.Count > 0)
            {
                compared++;
                var emails = citizen.Emails.Select(e => new { value = e.Value });
                Assert.Equal(alone, await WeightsAsync(narrow, new { citizen.BirthName, citizen.GivenNames, birthDate = citizen.BirthDate?.ToString(), emails }));
                Assert.Equal(alone, await WeightsAsync(narrow, new { citizen.BirthName, citizen.GivenNames, birthDate = "1911-01-01" }));
            }
        }

        Assert.Equal(3, compared);
    }

    [Fact]
    public async Task A_key_does_not_count_people_it_may_not_know()
    {
        using var narrow = await hub.ApplicationAsync("counting", Scope.All, Scope.Of("crm"));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await narrow.GetAsync("/v1/counts")).StatusCode);
    }

    [Fact]
    public async Task A_person_known_only_to_other_sources_does_not_exist_for_the_key()
    {
        var person = await OnlyOfAsync("portail");
        using var other = await hub.ApplicationAsync("other", Scope.All, Scope.Of("finance"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.GetAsync($"/v1/citizens/{person.Id}")).StatusCode);
        var key = person.Members[0].Record.Key;
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.GetAsync($"/v1/citizens/by/portail/{Uri.EscapeDataString(key)}")).StatusCode);
    }

    [Fact]
    public async Task Each_view_of_a_person_stands_in_the_access_log_with_its_purpose()
    {
        var person = await PersonOfAsync("crm", "portail");
        using var reader = await hub.ApplicationAsync("logged", Scope.All, Scope.All);
        await reader.GetAsync($"/v1/citizens/{person.Id}");
        using var auditor = await hub.SignInAsync(Role.Auditor);
        using var log = JsonDocument.Parse(await auditor.GetStringAsync($"/v1/audit?golden={person.Id}"));
        var line = log.RootElement.GetProperty("items").EnumerateArray().First(item => item.GetProperty("actor").GetString()!.StartsWith("logged", StringComparison.Ordinal));
        Assert.Equal("view", line.GetProperty("action").GetString());
        Assert.Equal("test", line.GetProperty("purpose").GetString());
    }

    [Fact]
    public async Task A_posted_record_answers_with_its_golden_id_and_only_for_the_keys_own_connection()
    {
        using var crm = await hub.ApplicationAsync("crm-app", Scope.All, Scope.All, submits: "crm");
        var record = await BodyAsync("crm");
        using var answer = await crm.PostAsync("/v1/connections/crm/records/test-1", Json(record));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        using var json = JsonDocument.Parse(text);
        Assert.Equal("created", json.RootElement.GetProperty("outcome").GetString());
        Assert.True(GoldenId.TryParse(json.RootElement.GetProperty("people")[0].GetProperty("golden").GetString(), out _));
        using var again = await crm.PostAsync("/v1/connections/crm/records/test-1", Json(record));
        using var second = JsonDocument.Parse(await again.Content.ReadAsStringAsync());
        Assert.Equal(json.RootElement.GetProperty("people").GetRawText(), second.RootElement.GetProperty("people").GetRawText());
        using var foreign = await crm.PostAsync("/v1/connections/finance/records/test-1", Json(record));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    private static async Task<List<(string?, int)>> WeightsAsync(HttpClient client, object probe)
    {
        using var answer = await client.PostAsJsonAsync("/v1/match", probe);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. json.RootElement.GetProperty("candidates").EnumerateArray().Select(c => (c.GetProperty("citizen").GetProperty("id").GetString(), c.GetProperty("weight").GetInt32()))];
    }

    private async Task<GoldenRecord> PersonOfAsync(params string[] connections)
    {
        await foreach (var row in hub.Node.Stores.Reader.ReadAllGoldensAsync(CancellationToken.None))
        {
            var sources = row.Golden.Members.Select(m => m.Record.Connection).ToHashSet();
            if (row.Golden.State == GoldenState.Active && connections.All(sources.Contains) && (row.Golden.Citizen.BirthName ?? row.Golden.Citizen.UsageName)?.Length > 3)
            {
                return row.Golden;
            }
        }

        throw new InvalidOperationException("the town has nobody of these systems");
    }

    private async Task<GoldenRecord> OnlyOfAsync(string connection)
    {
        await foreach (var row in hub.Node.Stores.Reader.ReadAllGoldensAsync(CancellationToken.None))
        {
            if (row.Golden.State == GoldenState.Active && row.Golden.Members.All(m => m.Record.Connection == connection))
            {
                return row.Golden;
            }
        }

        throw new InvalidOperationException("the town has nobody of that system alone");
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private async Task<string> BodyAsync(string connection)
    {
        var person = await PersonOfAsync(connection);
        var stored = (await hub.Node.Stores.Reader.ReadSourcesAsync(person.Id, CancellationToken.None)).First(s => s.Record.Key.Connection == connection);
        return System.Text.Encoding.UTF8.GetString(stored.Record.Body.Span);
    }
}
