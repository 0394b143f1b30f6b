using System.Net;
using System.Net.Http.Json;
using System.Text;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

[Collection(HubCollection.Name)]
public sealed class Restriction_and_erasure_at_every_door(RunningHub hub)
{
    [Fact]
    public async Task A_restricted_person_is_behind_no_door_until_released()
    {
        var person = await LonelyAsync();
        using var application = await hub.ApplicationAsync("restricting", Scope.All, Scope.All);
        using var steward = await hub.SignInAsync(Role.Steward);
        await hub.Node.Writer.DoAsync((registry, token) => registry.RestrictAsync(person.Id, token), CancellationToken.None);
        foreach (var door in Doors(person))
        {
            Assert.Equal((door, HttpStatusCode.NotFound), (door, (await application.GetAsync(door)).StatusCode));
            Assert.Equal((door, HttpStatusCode.NotFound), (door, (await steward.GetAsync(door)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await steward.GetAsync($"/citizens/{person.Id}")).StatusCode);
        foreach (var list in Lists(person))
        {
            Assert.DoesNotContain(person.Id.ToString(), await application.GetStringAsync(list), StringComparison.Ordinal);
        }

        using var match = await application.PostAsJsonAsync("/v1/match", Probe(person));
        Assert.Equal(HttpStatusCode.OK, match.StatusCode);
        Assert.DoesNotContain(person.Id.ToString(), await match.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await hub.Node.Writer.DoAsync((registry, token) => registry.ReleaseAsync(person.Id, token), CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, (await application.GetAsync($"/v1/citizens/{person.Id}")).StatusCode);
    }

    [Fact]
    public async Task An_erased_person_leaves_the_files_answers_410_and_does_not_come_back_with_its_record()
    {
        var person = await LonelyAsync();
        var email = person.Citizen.Emails[0].Value;
        var member = person.Members[0].Record;
        using var application = await hub.ApplicationAsync("erasing", Scope.All, Scope.All, submits: member.Connection);
        var stored = (await hub.Node.Stores.Reader.ReadSourcesAsync(person.Id, CancellationToken.None)).Single(s => s.Record.Key == member);
        var body = stored.Record.Body.ToArray();
        Assert.True(InFiles(email));

        await hub.Node.Writer.DoAsync((registry, token) => registry.EraseAsync(person.Id, token), CancellationToken.None);

        Assert.False(InFiles(email));
        Assert.Equal(HttpStatusCode.Gone, (await application.GetAsync($"/v1/citizens/{person.Id}")).StatusCode);
        using var steward = await hub.SignInAsync(Role.Steward);
        Assert.Equal(HttpStatusCode.Gone, (await steward.GetAsync($"/citizens/{person.Id}")).StatusCode);
        var changes = await hub.Node.Stores.Reader.ReadChangesOfAsync(person.Id, CancellationToken.None);
        Assert.Equal(ChangeKind.Erased, changes[^1].Kind);

        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        using var posted = await application.PostAsync($"/v1/connections/{member.Connection}/records/{Uri.EscapeDataString(member.Key)}", content);
        Assert.Contains("suppressed", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await application.GetAsync($"/v1/citizens/{person.Id}")).StatusCode);
        Assert.False(InFiles(email));
    }

    private static string[] Doors(GoldenRecord person) =>
    [
        $"/v1/citizens/{person.Id}", $"/v1/citizens/{person.Id}/sources", $"/v1/citizens/{person.Id}/history", $"/v1/citizens/{person.Id}/why",
        $"/v1/citizens/by/{person.Members[0].Record.Connection}/{Uri.EscapeDataString(person.Members[0].Record.Key)}",
    ];

    private static string[] Lists(GoldenRecord person) =>
    [
        $"/v1/citizens?email={Uri.EscapeDataString(person.Citizen.Emails[0].Value)}", $"/v1/citizens?name={Uri.EscapeDataString(person.Citizen.BirthName!)}&limit=100",
    ];

    private static object Probe(GoldenRecord person) => new
    {
        birthName = person.Citizen.BirthName, givenNames = person.Citizen.GivenNames, birthDate = person.Citizen.BirthDate?.ToString(),
        emails = person.Citizen.Emails.Select(e => new { value = e.Value }),
    };

    /// <summary>Somebody of the CRM alone whose e-mail address nobody shares.</summary>
    private async Task<GoldenRecord> LonelyAsync()
    {
        var people = new List<GoldenRecord>();
        await foreach (var row in hub.Node.Stores.Reader.ReadAllGoldensAsync(CancellationToken.None))
        {
            people.Add(row.Golden);
        }

        var shared = people.SelectMany(p => p.Citizen.Emails.Select(e => e.Value)).GroupBy(value => value).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return people.First(p => p is { State: GoldenState.Active, Citizen: { BirthName: not null, Emails.Count: 1 }, Members: [{ Record.Connection: "crm" }] }
            && !shared.Contains(p.Citizen.Emails[0].Value));
    }

    private bool InFiles(string value)
    {
        var wanted = Encoding.UTF8.GetBytes(value);
        return Directory.EnumerateFiles(hub.Node.Settings.Data, "*.db*").Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            return memory.GetBuffer().AsSpan(0, (int)memory.Length).IndexOf(wanted) >= 0;
        });
    }
}
