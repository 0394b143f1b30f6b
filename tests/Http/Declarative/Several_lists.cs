using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Http.Declarative;

public sealed class Several_lists
{
    private const string Written = """
        request: { path: "list?state={each}", query: { skip: "{offset}", take: "{size}" } }
        each: { values: [open, done, kept], into: state }
        paging: { kind: offset, size: 2 }
        records: $
        key: [id]
        deletions: { missing: true }
        """;

    private static readonly string[] Met = ["+001", "+004", "+007", "+002", "+005", "+003", "+006"];

    [Fact]
    public async Task Are_read_one_after_another_page_by_page_and_each_record_says_in_which_it_stood()
    {
        await using var system = await StartAsync();

        var (told, failure) = await system.RunAsync(ListSystem.Settings(Written));

        Assert.Null(failure);
        Assert.Equal(Met, told);
        Assert.Contains("?state=done&skip=2&take=2", system.Asked);
    }

    [Fact]
    public async Task A_record_that_went_to_another_list_is_told_again_and_only_one_in_no_list_is_gone()
    {
        await using var system = await StartAsync();
        var settings = ListSystem.Settings(Written);
        await system.RunAsync(settings);
        Assert.Empty((await system.RunAsync(settings)).Told);
        system.Rows["001"]["list"] = "done";
        system.Rows.Remove("005");

        Assert.Equal(["+001", "-005"], (await system.RunAsync(settings, released: true)).Told);
        Assert.Empty((await system.RunAsync(settings)).Told);
    }

    [Fact]
    public async Task A_record_met_in_two_lists_is_given_by_the_first()
    {
        await using var system = await StartAsync();
        system.Rows["003"]["list"] = "open done";

        Assert.Equal(1, (await system.RunAsync(ListSystem.Settings(Written))).Told.Count(line => line == "+003"));
    }

    [Fact]
    public void A_path_without_the_place_of_the_word_is_refused()
    {
        var problem = Assert.ThrowsAny<Exception>(() => ListSystem.Settings(Written.Replace("?state={each}", "", StringComparison.Ordinal)));

        Assert.Contains("{each}", problem.Message, StringComparison.Ordinal);
    }

    private static Task<ListSystem> StartAsync()
    {
        var system = new ListSystem
        {
            Answer = static (system, call) => Results.Json(system.Rows.Values
                .Where(row => (row["list"]?.ToString() ?? Usual(row["id"]!.ToString())).Contains(call.Request.Query["state"].ToString(), StringComparison.Ordinal))
                .Skip(int.Parse(call.Request.Query["skip"]!)).Take(int.Parse(call.Request.Query["take"]!))),
        };
        return system.BeginAsync(7);
    }

    private static string Usual(string id) => (int.Parse(id) % 3) switch { 1 => "open", 2 => "done", _ => "kept" };
}
