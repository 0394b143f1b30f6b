using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sandbox.Systems.Dataverse;
using IntegrationHub.Connectors.Sandbox.Town;

namespace IntegrationHub.Tests.Systems.Dataverse;

public sealed class The_fake_reads_as_Dataverse_does
{
    private static readonly (string, string) Tracked = ("Prefer", "odata.track-changes,odata.maxpagesize=40");

    [Fact]
    public async Task A_tracked_read_ends_in_a_delta_link_that_gives_changes_then_tombstones()
    {
        await using var rig = await DataverseRig.StartAsync();
        var (ids, link) = await AllAsync(rig);
        Assert.Equal(rig.Server.Town.Count(TownSystem.Crm), ids.Distinct().Count());

        await rig.SendAsync("PATCH", $"contacts({ids[0]})", """{"lastname":"Dupont"}""");
        await rig.SendAsync("DELETE", $"contacts({ids[1]})");
        var (_, delta, _) = await rig.SendAsync("GET", link);
        var (_, nothing, _) = await rig.SendAsync("GET", delta["@odata.deltaLink"]!.ToString());

        var rows = delta["value"]!.AsArray();
        Assert.Equal((ids[0], "Dupont"), (rows[0]!["contactid"]!.ToString(), rows[0]!["lastname"]!.ToString()));
        Assert.Equal((ids[1], "deleted"), (rows[1]!["id"]!.ToString(), rows[1]!["reason"]!.ToString()));
        Assert.Equal(2, rows.Count);
        Assert.Empty(nothing["value"]!.AsArray());
    }

    [Theory]
    [InlineData("contacts?$select=nosuch", "0x80060888")]
    [InlineData("contacts?$filter=lastname%20eq%20'X'&$deltatoken=900001!01/01/2020", "0x80040203")]
    [InlineData("contacts?$deltatoken=900001!01/01/2020", "0x80044352")]
    [InlineData("contacts?$filter=lastname", "0x80040203")]
    public async Task A_read_that_breaks_a_rule_is_refused_with_its_code(string address, string code)
    {
        await using var rig = await DataverseRig.StartAsync();

        Assert.Equal((400, code), await rig.RefusedAsync("GET", address));
    }

    [Fact]
    public async Task A_filter_finds_a_contact_by_its_columns()
    {
        await using var rig = await DataverseRig.StartAsync();
        await rig.SendAsync("PATCH", "contacts(gru_goldenid='O''1')", """{"lastname":"L'Hermite","gendercode":1}""");

        var (_, found, _) = await rig.SendAsync("GET", "contacts?$select=lastname&$filter=lastname eq 'L''Hermite' and gendercode eq 1&$count=true");

        Assert.Equal("1", found["@odata.count"]!.ToString());
        Assert.Equal("L'Hermite", found["value"]![0]!["lastname"]!.ToString());
    }

    [Fact]
    public async Task Too_many_requests_in_the_window_are_told_when_to_come_back()
    {
        var time = new MovableTime(DateTimeOffset.Parse("2026-06-01T10:00:00Z", CultureInfo.InvariantCulture));
        await using var rig = await DataverseRig.StartAsync(new DataverseSandbox { Requests = 3 }, time);
        for (var request = 0; request < 3; request++)
        {
            Assert.Equal(200, (await rig.SendAsync("GET", "WhoAmI")).Status);
            time.Pass(TimeSpan.FromSeconds(60));
        }

        var (status, body, headers) = await rig.SendAsync("GET", "WhoAmI");
        time.Pass(TimeSpan.FromSeconds(121));

        Assert.Equal((429, "0x80072322", "120"), (status, body["error"]!["code"]!.ToString(), headers.GetValues("Retry-After").Single()));
        Assert.Equal(200, (await rig.SendAsync("GET", "WhoAmI")).Status);
    }

    [Fact]
    public async Task Nobody_reads_without_a_token()
    {
        await using var rig = await DataverseRig.StartAsync();
        rig.Client.DefaultRequestHeaders.Authorization = null;

        Assert.Equal(401, (await rig.SendAsync("GET", "WhoAmI")).Status);
    }

    private static async Task<(IReadOnlyList<string> Ids, string Delta)> AllAsync(DataverseRig rig)
    {
        var ids = new List<string>();
        for (string? next = "contacts?$select=lastname"; ;)
        {
            var (_, page, _) = await rig.SendAsync("GET", next, null, Tracked);
            ids.AddRange(page["value"]!.AsArray().Select(row => row!["contactid"]!.ToString()));
            if (page["@odata.deltaLink"] is JsonValue delta)
            {
                return (ids, delta.ToString());
            }

            next = page["@odata.nextLink"]!.ToString();
        }
    }
}
