using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Documents;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Http.Declarative;

public sealed class Kinds_of_paging
{
    [Theory]
    [InlineData("{ kind: offset, size: 10 }", "{offset}", 4)]
    [InlineData("{ kind: offset, size: 10, total: total }", "{offset}", 3)]
    [InlineData("{ kind: page, size: 10, first: 0 }", "{page}", 4)]
    [InlineData("{ kind: page, size: 10, pages: pages, first: 0 }", "{page}", 3)]
    [InlineData("{ kind: cursor, size: 10, next: next }", "{cursor}", 3)]
    [InlineData("{ kind: next-link, next: 'links[rel=next].href' }", null, 3)]
    [InlineData("{ kind: link-header }", null, 3)]
    public async Task Every_kind_reads_all_pages_and_asks_no_more_than_it_must(string paging, string? place, int requests)
    {
        await using var system = await new ListSystem { Answer = Page }.BeginAsync(rows: 25);
        var query = place is null ? "{}" : $"{{ at: '{place}' }}";

        var (told, failure) = await system.RunAsync(ListSystem.Settings($"request: {{ path: list, query: {query} }}\npaging: {paging}\nrecords: items\nkey: [id]"));

        Assert.Null(failure);
        Assert.Equal(system.Rows.Keys.Select(key => "+" + key), told);
        Assert.Equal(requests, system.Asked.Count);
    }

    [Fact]
    public async Task An_item_without_a_key_is_kept_as_a_reject_and_its_neighbours_are_read()
    {
        var system = new ListSystem { Answer = static (_, _) => Results.Json(new { items = new object[] { new { id = 1 }, new { name = "x" }, new { id = 3 } } }) };
        await using var running = await system.BeginAsync(rows: 0);

        var (told, failure) = await system.RunAsync(ListSystem.Settings("request: { path: list }\nrecords: items\nkey: [id]"));

        Assert.Null(failure);
        Assert.Equal(["+1", "+3", "!page 1, item 2 record.no-key"], told);
    }

    [Fact]
    public async Task An_error_rule_decides_and_speaks_both_languages()
    {
        await using var system = await new ListSystem { Answer = static (_, _) => Results.Json(new { err = 1, text = "quota" }) }.BeginAsync(rows: 0);
        var settings = ListSystem.Settings("""
            request: { path: list }
            records: items
            key: [id]
            errors:
              - { body: err, values: ["1"], verdict: denied, code: own.quota, message: { french: Quota dépassé., english: Quota used up. }, fixedBy: system-owner }
            """);

        var failure = (await system.RunAsync(settings)).Failure!;

        Assert.Equal((FailureKind.Denied, "own.quota"), (failure.Kind, failure.Code));
        Assert.Equal("Quota dépassé. À corriger par le responsable du système.", failure.In(System.Globalization.CultureInfo.GetCultureInfo("fr")));
    }

    [Fact]
    public async Task A_status_that_means_nothing_found_is_an_empty_read()
    {
        await using var system = await new ListSystem { Answer = static (_, _) => Results.NotFound() }.BeginAsync(rows: 0);

        var (told, failure) = await system.RunAsync(ListSystem.Settings("request: { path: list }\nrecords: items\nkey: [id]\nerrors: [{ status: [404], verdict: empty }]"));

        Assert.Null(failure);
        Assert.Empty(told);
    }

    [Theory]
    [InlineData("request: { path: list, query: { at: '{ofset}' } }\nrecords: items\nkey: [id]", "x.yaml:6:", "Did you mean {offset}?")]
    [InlineData("request: { path: list }\nrecrods: items\nkey: [id]", "x.yaml:7:", "Did you mean \"records\"?")]
    [InlineData("request: { path: list }\npaging: { kind: cursr }\nrecords: items\nkey: [id]", "x.yaml:7:", "Did you mean \"cursor\"?")]
    [InlineData("request: { path: list }\npaging: { kind: page }\nrecords: items\nkey: [id]", "x.yaml:6:", "needs a parameter with {page}")]
    [InlineData("request: { path: list }\nrecords: items\nkey: [id]\nauth: { }", "x.yaml:9:", "exactly one of")]
    [InlineData("request: { path: list }\nrecords: 'a..b'\nkey: [id]", "x.yaml:7:", "is not a path")]
    [InlineData("request: { path: list }\nrecords: items\nkey: [id]\nrate: fast", "x.yaml:9:", "write 7/s")]
    public void A_mistake_names_file_line_and_what_to_write(string yaml, string at, string hint)
    {
        var error = Assert.Throws<DocumentException>(() => ListSystem.Settings(yaml));

        Assert.StartsWith(at, error.Message, StringComparison.Ordinal);
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    // Answers to every kind at once: the place is a number of pages or of records, or a link's.
    private static IResult Page(ListSystem system, HttpContext call)
    {
        var at = call.Request.Query["at"].ToString();
        var asked = at.Length == 0 ? 0 : int.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var from = asked >= 10 ? asked : asked * 10;
        var items = system.Rows.Values.Skip(from).Take(10).ToList();
        var next = from + 10 < system.Rows.Count ? from + 10 : (int?)null;
        if (next is not null)
        {
            call.Response.Headers.Append("Link", $"</list?at=0>; rel=\"first\", </list?at={next}>; title=\"x\"; rel=\"next\"");
        }

        object[] links = next is null ? [] : [new { rel = "next", href = $"/list?at={next}" }];
        return Results.Json(new { items, next = next?.ToString(), total = system.Rows.Count, pages = 3, links });
    }
}
