using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

/// <summary>The data protection officer's doors, through API and pages, over real HTTP.</summary>
[Collection(HubCollection.Name)]
public sealed partial class Rights_of_a_person(RunningHub hub)
{
    private static readonly object Erasing = new { reason = "consent-withdrawn", proof = "2026-114" };

    [Fact]
    public async Task An_erased_value_leaves_every_door()
    {
        var (person, task) = await DoubtfulAsync();
        var email = person.Citizen.Emails[0].Value;
        var member = person.Members[0].Record;
        using var dpo = await hub.SignInAsync(Role.Dpo);
        using var steward = await hub.SignInAsync(Role.Steward);
        using var all = await hub.ApplicationAsync("all-doors", Scope.All, Scope.All, submits: member.Connection);
        using var unusable = await all.PostAsync(RecordDoor(member), Json($$"""{"courriel_inconnu": "{{email}}"}"""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unusable.StatusCode);
        var rejected = JsonDocument.Parse(await unusable.Content.ReadAsStringAsync()).RootElement.GetProperty("rejected").GetGuid();
        string[] application =
        [
            $"/v1/citizens?email={Uri.EscapeDataString(email)}", $"/v1/citizens?name={Uri.EscapeDataString(person.Citizen.BirthName!)}&limit=100",
            $"/v1/citizens/{person.Id}", $"/v1/citizens/{person.Id}/sources", $"/v1/citizens/{person.Id}/history", $"/v1/citizens/{person.Id}/why",
            $"/v1/citizens/by/{member.Connection}/{Uri.EscapeDataString(member.Key)}", "/v1/changes?limit=1000",
        ];
        string[] stewards =
        [
            $"/v1/reviews/{task}", "/v1/reviews?limit=100", "/v1/quarantine", $"/v1/quarantine/{rejected}", $"/reviews/{task}", "/reviews", "/rejected",
            $"/citizens/{person.Id}", $"/citizens?name={Uri.EscapeDataString(person.Citizen.BirthName!)}", "/",
        ];
        string[] officers = [$"/v1/audit?golden={person.Id}", "/v1/rights", "/rights", $"/citizens/{person.Id}/rights", $"/citizens/{person.Id}"];
        var before = await SayingAsync(email, (all, application), (steward, stewards), (dpo, officers));
        Assert.Superset(
            new HashSet<string> { application[0], application[2], application[3], application[4], application[5], application[6], stewards[0], stewards[3], stewards[4], stewards[7] }, before);

        using var erased = await dpo.PostAsJsonAsync($"/v1/citizens/{person.Id}/erasure", Erasing);
        Assert.True(erased.IsSuccessStatusCode, await erased.Content.ReadAsStringAsync());

        Assert.Empty(await SayingAsync(email, (all, application), (steward, stewards), (dpo, officers)));
        Assert.Equal(HttpStatusCode.Gone, (await all.GetAsync(application[2])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await steward.GetAsync(stewards[3])).StatusCode);
        using var match = await all.PostAsJsonAsync("/v1/match", new { emails = new[] { new { value = email } }, birthName = person.Citizen.BirthName });
        Assert.DoesNotContain(person.Id.ToString(), await match.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var again = await all.PostAsync(RecordDoor(member), Json($$"""{"courriel_inconnu": "{{email}}"}"""));
        Assert.Contains("suppressed", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await SayingAsync(email, (all, application), (steward, stewards), (dpo, officers)));
        using var copy = await dpo.PostAsJsonAsync($"/v1/citizens/{person.Id}/export", new { reason = "person-asks", proof = "A-1" });
        Assert.Equal(HttpStatusCode.Gone, copy.StatusCode);
        using var twice = await dpo.PostAsJsonAsync($"/v1/citizens/{person.Id}/erasure", Erasing);
        Assert.Equal(HttpStatusCode.Gone, twice.StatusCode);
    }

    [Fact]
    public async Task A_restriction_is_ordered_with_ground_and_proof_stands_in_the_register_and_is_lifted()
    {
        var person = (await ActiveAsync())[3];
        using var dpo = await hub.SignInAsync(Role.Dpo);
        using var all = await hub.ApplicationAsync("restricted", Scope.All, Scope.All);
        var door = $"/v1/citizens/{person.Id}/restriction";
        using var noReason = await dpo.PostAsJsonAsync(door, new { reason = "because", proof = "A-2" });
        Assert.Equal(HttpStatusCode.BadRequest, noReason.StatusCode);
        Assert.Contains("accuracy-contested", await noReason.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var noProof = await dpo.PostAsJsonAsync(door, new { reason = "unlawful", proof = "see the letter of Mrs Martin" });
        Assert.Equal("proof", JsonDocument.Parse(await noProof.Content.ReadAsStringAsync()).RootElement.GetProperty("parameter").GetString());
        Assert.Equal(HttpStatusCode.OK, (await all.GetAsync($"/v1/citizens/{person.Id}")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await dpo.PostAsJsonAsync(door, new { reason = "accuracy-contested", proof = "A-2" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await all.GetAsync($"/v1/citizens/{person.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await dpo.PostAsJsonAsync(door, new { reason = "unlawful", proof = "A-3" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await dpo.PostAsJsonAsync($"/v1/citizens/{person.Id}/release", new { reason = "ground-ended", proof = "A-4" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await all.GetAsync($"/v1/citizens/{person.Id}")).StatusCode);

        using var register = JsonDocument.Parse(await dpo.GetStringAsync($"/v1/rights?golden={person.Id}"));
        Assert.Equal(
            ["release done A-4", "restriction refused: AlreadySo A-3", "restriction done A-2"],
            register.RootElement.GetProperty("items").EnumerateArray()
                .Select(item => $"{item.GetProperty("action").GetString()} {item.GetProperty("outcome").GetString()} {item.GetProperty("proof").GetString()}").Take(3));
        using var log = JsonDocument.Parse(await dpo.GetStringAsync($"/v1/audit?golden={person.Id}"));
        Assert.Contains(log.RootElement.GetProperty("items").EnumerateArray(), item => item.GetProperty("action").GetString() == "restrict" && item.GetProperty("actor").GetString() == "test-Dpo");
    }

    [Fact]
    public async Task A_death_is_recorded_over_the_sources_told_to_subscribers_and_can_be_taken_back()
    {
        var person = (await ActiveAsync()).Last(one => one.Citizen.Death is null);
        using var steward = await hub.SignInAsync(Role.Steward);
        var door = $"/v1/citizens/{person.Id}/death";
        using var future = await steward.PostAsJsonAsync(door, new { reason = "civil-registry", proof = "ACTE-7", date = "2999-01-01" });
        Assert.Equal(HttpStatusCode.BadRequest, future.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await steward.PostAsJsonAsync(door, new { reason = "civil-registry", proof = "ACTE-7", date = "2026-02-03", placeCode = "49007" })).StatusCode);

        var dead = (await hub.Node.Stores.Reader.FindGoldenAsync(person.Id, CancellationToken.None))!.Golden;
        Assert.Equal(new Death(new PartialDate(2026, 2, 3), "49007"), dead.Citizen.Death);
        var change = (await hub.Node.Stores.Reader.ReadChangesOfAsync(person.Id, CancellationToken.None))[^1];
        Assert.Equal((ChangeKind.Updated, "death"), (change.Kind, Assert.Single(change.Attributes)));

        Assert.Equal(HttpStatusCode.OK, (await steward.PostAsJsonAsync($"{door}/withdrawal", new { reason = "mistake", proof = "ACTE-8" })).StatusCode);
        Assert.Null((await hub.Node.Stores.Reader.FindGoldenAsync(person.Id, CancellationToken.None))!.Golden.Citizen.Death);
        Assert.Equal(HttpStatusCode.Conflict, (await steward.PostAsJsonAsync($"{door}/withdrawal", new { reason = "mistake", proof = "ACTE-9" })).StatusCode);
    }

    [Fact]
    public async Task A_copy_holds_all_of_the_person_and_nothing_of_those_in_the_same_record()
    {
        var (person, relative) = await RelativesAsync();
        using var dpo = await hub.SignInAsync(Role.Dpo);
        using var answer = await dpo.PostAsJsonAsync($"/v1/citizens/{person.Id}/export", new { reason = "person-asks", proof = "A-5" });
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var text = await answer.Content.ReadAsStringAsync();
        using var copy = JsonDocument.Parse(text);
        Assert.Equal(person.Members.Count, copy.RootElement.GetProperty("sources").EnumerateArray().Sum(source => source.GetProperty("says").GetArrayLength()));
        Assert.Contains(copy.RootElement.GetProperty("sources").EnumerateArray(), source => source.TryGetProperty("bodyHeldBack", out _));
        Assert.All(
            copy.RootElement.GetProperty("sources").EnumerateArray().Where(source => !source.TryGetProperty("bodyHeldBack", out _)),
            source => Assert.True(source.GetProperty("body").GetString()!.Length > 0));
        Assert.True(copy.RootElement.GetProperty("history").GetArrayLength() > 0);
        Assert.Contains(copy.RootElement.GetProperty("seenBy").EnumerateArray(), seen => seen.GetProperty("action").GetString() == "export" && seen.GetProperty("who").GetString() == "staff");
        Assert.DoesNotContain(relative.Id.ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{relative.Citizen.GivenNames[0]}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("test-Dpo", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_names_the_system_that_was_asked_about_the_person_though_its_connection_is_gone()
    {
        var person = (await ActiveAsync())[5];
        var contract = new AccessContract { Name = "adresses-ban", Controller = Siret.Parse("21330063500017"), Purpose = "addresses", LegalBasis = LegalBasis.PublicTask, Attributes = Scope.All, Sources = Scope.All };
        await hub.Node.Audit.RecordAsync("adresses-ban", AccessLog.Asking, [person.Id], contract, CancellationToken.None);
        using var dpo = await hub.SignInAsync(Role.Dpo);

        using var answer = await dpo.PostAsJsonAsync($"/v1/citizens/{person.Id}/export", new { reason = "person-asks", proof = "A-6" });

        using var copy = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var told = Assert.Single(copy.RootElement.GetProperty("seenBy").EnumerateArray(), seen => seen.GetProperty("purpose").GetString() == "addresses");
        Assert.Equal("adresses-ban", told.GetProperty("who").GetString());
    }

    [Theory]
    [InlineData("fr", "J’ai vérifié le justificatif", "Traitement limité. Seule cette page")]
    [InlineData("en", "I have checked the proof", "Restricted. Only this page")]
    public async Task The_pages_ask_for_a_confirmation_and_then_do_it(string language, string question, string done)
    {
        var person = (await ActiveAsync())[language == "fr" ? 11 : 12];
        using var dpo = await hub.SignInAsync(Role.Dpo, language);
        Assert.Contains($"/citizens/{person.Id}/rights/restriction", await dpo.GetStringAsync($"/citizens/{person.Id}/rights"), StringComparison.Ordinal);
        var form = await dpo.GetStringAsync($"/citizens/{person.Id}/rights/restriction");
        Assert.Contains(question, WebUtility.HtmlDecode(form), StringComparison.Ordinal);
        Assert.DoesNotMatch(ResourceKey(), form);

        using var unticked = await PostAsync(dpo, $"/citizens/{person.Id}/rights/restriction", form, ("reason", "unlawful"), ("proof", "P-1"));
        Assert.EndsWith("problem=confirm", unticked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotMatch(ResourceKey(), await dpo.GetStringAsync(unticked.Headers.Location));
        Assert.Equal(GoldenState.Active, (await hub.Node.Stores.Reader.FindGoldenAsync(person.Id, CancellationToken.None))!.Golden.State);
        using var ticked = await PostAsync(dpo, $"/citizens/{person.Id}/rights/restriction", form, ("reason", "unlawful"), ("proof", "P-1"), ("confirm", "yes"));
        var after = WebUtility.HtmlDecode(await dpo.GetStringAsync(ticked.Headers.Location));
        Assert.Contains(done, after, StringComparison.Ordinal);
        Assert.DoesNotMatch(ResourceKey(), after);
        Assert.DoesNotContain(person.Citizen.BirthName!, after, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(GoldenState.Restricted, (await hub.Node.Stores.Reader.FindGoldenAsync(person.Id, CancellationToken.None))!.Golden.State);

        var lift = await dpo.GetStringAsync($"/citizens/{person.Id}/rights/release");
        using var lifted = await PostAsync(dpo, $"/citizens/{person.Id}/rights/release", lift, ("reason", "mistake"), ("proof", "P-2"), ("confirm", "yes"));
        Assert.EndsWith("done=release", lifted.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("P-2", await dpo.GetStringAsync("/rights"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_steward_records_deaths_and_nothing_else()
    {
        var person = (await ActiveAsync())[14];
        using var steward = await hub.SignInAsync(Role.Steward);
        var page = await steward.GetStringAsync($"/citizens/{person.Id}/rights");
        Assert.Contains("rights/death\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rights/erasure", page, StringComparison.Ordinal);
        Assert.Equal("/denied", (await steward.GetAsync($"/citizens/{person.Id}/rights/erasure")).Headers.Location?.OriginalString);
        var form = await steward.GetStringAsync($"/citizens/{person.Id}/rights/death");
        using var refused = await PostAsync(steward, $"/citizens/{person.Id}/rights/erasure", form, ("reason", "unlawful"), ("proof", "P-1"), ("confirm", "yes"));
        Assert.Equal("/denied", refused.Headers.Location?.OriginalString);
        Assert.Equal(GoldenState.Active, (await hub.Node.Stores.Reader.FindGoldenAsync(person.Id, CancellationToken.None))!.Golden.State);
    }

    private static async Task<HashSet<string>> SayingAsync(string value, params (HttpClient Client, string[] Doors)[] readers)
    {
        var saying = new HashSet<string>();
        foreach (var (client, doors) in readers)
        {
            foreach (var door in doors)
            {
                using var answer = await client.GetAsync(door);
                if (WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Contains(value, StringComparison.OrdinalIgnoreCase))
                {
                    saying.Add(door);
                }
            }
        }

        return saying;
    }

    private static string RecordDoor(RecordKey key) => $"/v1/connections/{key.Connection}/records/{Uri.EscapeDataString(key.Key)}";

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task<List<GoldenRecord>> ActiveAsync()
    {
        var people = new List<GoldenRecord>();
        await foreach (var row in hub.Node.Stores.Reader.ReadAllGoldensAsync(CancellationToken.None))
        {
            people.Add(row.Golden);
        }

        return [.. people.Where(person => person is { State: GoldenState.Active, Citizen: { BirthName: not null, GivenNames.Count: > 0 } })];
    }

    /// <summary>Somebody with an open review task and an e-mail address nobody else has, in no shared record.</summary>
    private async Task<(GoldenRecord Person, long Task)> DoubtfulAsync()
    {
        var people = await ActiveAsync();
        var shared = people.SelectMany(p => p.Citizen.Emails.Select(e => e.Value)).GroupBy(value => value).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        foreach (var task in await hub.Node.Stores.Reader.ListReviewsAsync(ReviewState.Open, 0, 500, CancellationToken.None))
        {
            var person = people.Find(one => one.Members.Contains(task.A) && one.Members.Count == 1 && one.Citizen.Emails.Count == 1 && !shared.Contains(one.Citizen.Emails[0].Value)
                && task.B is not null && one.Members[0].Part.Length == 0);
            if (person is not null)
            {
                return (person, task.TaskId);
            }
        }

        throw new InvalidOperationException("the town has nobody like that: take another seed");
    }

    /// <summary>Two people of one record whose given names differ.</summary>
    private async Task<(GoldenRecord Person, GoldenRecord Relative)> RelativesAsync()
    {
        var people = await ActiveAsync();
        var byRecord = people.SelectMany(person => person.Members.Select(member => (member.Record, person))).GroupBy(pair => pair.Record, pair => pair.person);
        var family = byRecord.First(group => group.Select(person => person.Id).Distinct().Count() > 1 && group.First().Members.Count > 1
            && group.Select(person => person.Citizen.GivenNames[0]).Distinct(StringComparer.OrdinalIgnoreCase).Count() == group.Count());
        return (family.First(), family.Last());
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string page, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(page).Groups[1].Value;
        using var content = new FormUrlEncodedContent([new("form-token", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        return await client.PostAsync(path, content);
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@">\s*(rights|side|nav|citizen)\.[A-Za-z.-]+\s*<")]
    private static partial Regex ResourceKey();
}
