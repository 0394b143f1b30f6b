using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Http.Declarative;

public sealed class Later_runs
{
    private const string Whole = """
        request: { path: list, query: { skip: "{offset}", take: "{size}" } }
        paging: { kind: offset, size: 10 }
        records: items
        key: [id]
        deletions: { missing: true }
        """;

    [Fact]
    public async Task Only_what_is_new_changed_or_gone_is_told_again()
    {
        await using var system = await ListSystem.StartAsync(rows: 25);
        var settings = ListSystem.Settings(Whole);
        Assert.Equal(25, (await system.RunAsync(settings)).Told.Count);
        Assert.Empty((await system.RunAsync(settings)).Told);

        system.Rows["007"]["name"] = "changed";
        system.Rows.Remove("011");
        system.Rows["030"] = new JsonObject { ["id"] = "030" };

        Assert.Equal(["+007", "+030", "-011"], (await system.RunAsync(settings)).Told);
        Assert.Empty((await system.RunAsync(settings)).Told);
    }

    [Fact]
    public async Task A_list_that_is_suddenly_short_is_held_until_an_architect_approves()
    {
        await using var system = await ListSystem.StartAsync(rows: 40);
        var settings = ListSystem.Settings(Whole);
        await system.RunAsync(settings);
        foreach (var key in system.Rows.Keys.Take(20).ToList())
        {
            system.Rows.Remove(key);
        }

        var (told, held) = await system.RunAsync(settings);
        Assert.Equal((0, FailureKind.Held), (told.Count, held!.Kind));

        Assert.Equal(20, (await system.RunAsync(settings, released: true)).Told.Count(line => line[0] == '-'));
    }

    [Fact]
    public async Task An_empty_list_never_empties_the_hub_by_itself()
    {
        await using var system = await ListSystem.StartAsync(rows: 5);
        var settings = ListSystem.Settings(Whole);
        await system.RunAsync(settings);
        system.Rows.Clear();

        Assert.Equal(FailureKind.Held, (await system.RunAsync(settings)).Failure!.Kind);
    }

    [Fact]
    public async Task A_deleted_record_that_comes_back_is_told_with_a_later_version()
    {
        await using var system = await ListSystem.StartAsync(rows: 20);
        var settings = ListSystem.Settings(Whole);
        await system.RunAsync(settings);
        var row = system.Rows["003"];
        system.Rows.Remove("003");
        Assert.Equal(["-003"], (await system.RunAsync(settings)).Told);
        system.Rows["003"] = row;

        Assert.Equal(["+003"], (await system.RunAsync(settings)).Told);
    }

    [Fact]
    public async Task A_cursor_asks_from_the_last_change_less_the_look_back_and_tells_nothing_twice()
    {
        await using var system = await new ListSystem
        {
            Answer = static (list, call) => Results.Json(new { items = list.Rows.Values.Where(row => string.CompareOrdinal(row["at"]!.ToString(), call.Request.Query["since"].ToString()) >= 0).Skip(int.Parse(call.Request.Query["skip"]!)).Take(10) }),
        }.BeginAsync(rows: 0);
        for (var row = 0; row < 15; row++)
        {
            system.Rows[$"{row:D3}"] = new JsonObject { ["id"] = $"{row:D3}", ["at"] = $"2026-01-05T10:{row:D2}:00Z", ["state"] = row == 3 ? "deleted" : "live" };
        }

        var settings = ListSystem.Settings("""
            request: { path: list, query: { skip: "{offset}" } }
            paging: { kind: offset }
            records: items
            key: [id]
            changedAt: at
            cursor: { lookBack: 5m, query: { since: "{since}" } }
            deletions: { field: state, values: [deleted] }
            """);
        var first = (await system.RunAsync(settings)).Told;
        Assert.Equal((15, "-003"), (first.Count, first[3]));

        system.Rows["late"] = new JsonObject { ["id"] = "late", ["at"] = "2026-01-05T10:12:30Z", ["state"] = "live" };
        Assert.Equal(["+late"], (await system.RunAsync(settings)).Told);
        Assert.Contains("since=2026-01-05T10%3A09%3A00Z", system.Asked[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_gives_way_to_that_of_changes_and_the_first_cursor_is_written()
    {
        await using var system = await new ListSystem
        {
            Answer = static (list, call) => Results.Json(new { items = list.Rows.Values.Skip(call.Request.Query["cursor"] == "*" ? 0 : 4).Take(4), next = call.Request.Query["cursor"] == "*" ? "4" : call.Request.Query["cursor"].ToString() }),
        }.BeginAsync(rows: 0);
        for (var row = 0; row < 6; row++)
        {
            system.Rows[$"{row:D3}"] = new JsonObject { ["id"] = $"{row:D3}", ["at"] = $"2026-01-05T10:{row:D2}:00Z" };
        }

        var settings = ListSystem.Settings("""
            request: { path: list, query: { q: "town:49007", cursor: "{cursor}" } }
            paging: { kind: cursor, start: "*", next: next }
            records: items
            key: [id]
            changedAt: at
            cursor: { lookBack: 5m, query: { q: "town:49007 AND at:[{since} TO *]" } }
            """);
        Assert.Equal(6, (await system.RunAsync(settings)).Told.Count);
        Assert.Equal(["?q=town%3A49007&cursor=%2A", "?q=town%3A49007&cursor=4"], system.Asked);

        await system.RunAsync(settings);
        Assert.Equal("?cursor=%2A&q=town%3A49007%20AND%20at%3A%5B2026-01-05T10%3A00%3A00Z%20TO%20%2A%5D", system.Asked[2]);
    }
}
