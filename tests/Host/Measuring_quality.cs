using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Host.Quality;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Stewardship;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

/// <summary>Random audits of links: people's answers measure the model, and change nothing unless a person says so.</summary>
[Collection(HubCollection.Name)]
public sealed partial class Measuring_quality(RunningHub hub)
{
    [Fact]
    public async Task What_is_drawn_are_links_the_matcher_made_by_itself_each_once()
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        await DrawAsync(steward, 15);
        await DrawAsync(steward, 15);
        var open = await new AuditBook(hub.Node.Stores.Operations).ListAsync(CancellationToken.None);
        Assert.True(open.Count >= 30);
        Assert.Equal(open.Count, open.Select(audit => (Math.Min(audit.PartA, audit.PartB), Math.Max(audit.PartA, audit.PartB))).Distinct().Count());
        Assert.All(open, audit => Assert.True(audit.Weight >= hub.Node.Model.LinkThreshold));
        var parts = (await hub.Node.Stores.Store.FindPartsAsync([.. open.SelectMany(audit => new[] { audit.PartA, audit.PartB })], CancellationToken.None)).ToDictionary(part => part.PartId);
        Assert.All(open.Where(audit => audit.Same is null), audit => Assert.Equal(parts[audit.PartA].Golden, parts[audit.PartB].Golden));
    }

    [Fact]
    public async Task An_answer_is_a_label_and_changes_no_link()
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        await DrawAsync(steward, 3);
        var (right, wrong) = ((await OpenAsync(steward))[0], (await OpenAsync(steward))[1]);
        var (before, changes) = (await MeasureAsync(steward), await hub.Node.Stores.Reader.FindLastChangeAsync(CancellationToken.None));

        await AnswerAsync(steward, right, new { same = true });
        await AnswerAsync(steward, wrong, new { same = false });

        var after = await MeasureAsync(steward);
        Assert.Equal(Count(before) + 2, Count(after));
        Assert.Equal(Right(before) + 1, Right(after));
        Assert.Equal(changes, await hub.Node.Stores.Reader.FindLastChangeAsync(CancellationToken.None));
        Assert.DoesNotContain(await OpenAsync(steward), audit => audit.Id == right.Id || audit.Id == wrong.Id);

        // A mistaken press is answered again: the later answer counts, and alone.
        await AnswerAsync(steward, wrong, new { same = true });
        var mended = await MeasureAsync(steward);
        Assert.Equal((Count(after), Right(after) + 1), (Count(mended), Right(mended)));
        var (code, output, error) = await Shell.RunAsync("quality", "--data", hub.Node.Settings.Data);
        Assert.True(code == 0, error);
        Assert.Contains($"links by random audit: same ", output, StringComparison.Ordinal);
        Assert.Contains($"of {Count(mended)}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_steward_who_says_so_parts_a_link_and_it_can_be_undone()
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        await DrawAsync(steward, 1);
        var audit = (await OpenAsync(steward))[^1];
        var before = await GoldensAsync(audit);

        await AnswerAsync(steward, audit, new { same = false, part = true });

        Assert.Single(before);
        Assert.Equal(2, (await GoldensAsync(audit)).Count);
        var decision = (await hub.Node.Stores.Reader.ListDecisionsAsync(0, 1, CancellationToken.None))[0];
        Assert.False(decision.Same);
        await hub.Node.Writer.DoAsync((registry, token) => registry.UndoAsync(decision.DecisionId, new Order("test"), token), CancellationToken.None);
        Assert.Equal(before, await GoldensAsync(audit));
    }

    [Fact]
    public async Task Whoever_takes_back_that_two_are_not_the_same_has_them_joined_again()
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        await DrawAsync(steward, 1);
        var audit = (await OpenAsync(steward))[^1];
        var before = await GoldensAsync(audit);

        await AnswerAsync(steward, audit, new { same = false, part = true });
        Assert.Equal(2, (await GoldensAsync(audit)).Count);
        await AnswerAsync(steward, audit, new { same = true });

        Assert.Equal(before, await GoldensAsync(audit));
    }

    [Theory]
    [InlineData("GET", "/v1/quality?precision=NaN", "precision")]
    [InlineData("GET", "/v1/quality?precision=1", "precision")]
    [InlineData("POST", "/v1/quality/audits?count=0", "count")]
    [InlineData("POST", "/v1/quality/audits?count=201", "count")]
    public async Task A_number_that_makes_no_sense_is_named_and_not_bent(string method, string address, string named)
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        var before = (await OpenAsync(steward)).Count;
        var answer = await steward.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, (await OpenAsync(steward)).Count);
    }

    [Fact]
    public async Task Nobody_answers_the_same_about_two_whom_another_decision_keeps_apart()
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        await DrawAsync(steward, 1);
        var audit = (await OpenAsync(steward))[^1];
        var keys = (await hub.Node.Stores.Store.FindPartsAsync([audit.PartA, audit.PartB], CancellationToken.None)).Select(part => part.Key).ToArray();
        var decided = (OrderResult.Done)await hub.Node.Writer.DoAsync((registry, token) => registry.DecideAsync(keys[0], keys[1], same: false, new Order("test"), token), CancellationToken.None);

        var answer = await steward.PostAsJsonAsync($"/v1/quality/audits/{audit.Id}/answer", new { same = true });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        await hub.Node.Writer.DoAsync((registry, token) => registry.UndoAsync(decided.Decisions[0], new Order("test"), token), CancellationToken.None);
        await AnswerAsync(steward, audit, new { same = true });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_counts_in_the_bands_only_where_it_was_asked_for_its_weight(bool held)
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        var open = await hub.Node.Stores.Reader.ListReviewsAsync(ReviewState.Open, 0, 1000, CancellationToken.None);
        var task = open.First(row => row.Reason != DoubtReason.BetweenThresholds == held);
        var before = await WholeAsync(steward);

        await ReadAsync(steward.PostAsJsonAsync($"/v1/reviews/{task.TaskId}/decision", new { same = false }));
        var after = await WholeAsync(steward);
        await ReadAsync(steward.DeleteAsync($"/v1/reviews/{task.TaskId}/decision"));

        Assert.Equal((held ? 1 : 0, held ? 0 : 1), (after.Held - before.Held, after.Banded - before.Banded));
        Assert.Equal(before, await WholeAsync(steward));

        static async Task<(int Held, int Banded)> WholeAsync(HttpClient client)
        {
            var quality = await ReadAsync(client.GetAsync("/v1/quality"));
            return (Count(quality.GetProperty("held")), quality.GetProperty("bands").EnumerateArray().Sum(band => Count(band.GetProperty("same"))));
        }
    }

    [Fact]
    public async Task An_audit_that_nobody_may_look_at_stands_in_no_others_way()
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        await DrawAsync(steward, 2);
        var audit = (await OpenAsync(steward))[0];
        var golden = Assert.Single(await GoldensAsync(audit))!.Value;

        await hub.Node.Writer.DoAsync((registry, token) => registry.RestrictAsync(golden, token), CancellationToken.None);
        var meanwhile = await OpenAsync(steward);
        var page = WebUtility.HtmlDecode(await steward.GetStringAsync("/quality"));
        await hub.Node.Writer.DoAsync((registry, token) => registry.ReleaseAsync(golden, token), CancellationToken.None);

        Assert.DoesNotContain(meanwhile, open => open.Id == audit.Id);
        Assert.NotEmpty(meanwhile);
        Assert.DoesNotContain(audit.Id, page, StringComparison.Ordinal);
        Assert.Contains(await OpenAsync(steward), open => open.Id == audit.Id);
    }

    [Theory]
    [InlineData("fr", "Qualité des rapprochements")]
    [InlineData("en", "Quality of matching")]
    public async Task The_page_draws_and_takes_answers_by_plain_forms(string language, string title)
    {
        using var steward = await hub.SignInAsync(Role.Steward, language);
        var page = WebUtility.HtmlDecode(await steward.GetStringAsync("/quality"));
        Assert.Contains(title, page, StringComparison.Ordinal);
        using var drawn = await PostAsync(steward, "/quality/audits", page);
        page = WebUtility.HtmlDecode(await steward.GetStringAsync(drawn.Headers.Location));
        var first = AuditLink().Match(page).Groups[1].Value;
        var audit = WebUtility.HtmlDecode(await steward.GetStringAsync(first));
        using var answered = await PostAsync(steward, $"{first}/answer", audit, ("answer", "same"));
        Assert.StartsWith("/quality", answered.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.NotEqual(first, answered.Headers.Location.OriginalString);
        page = WebUtility.HtmlDecode(await steward.GetStringAsync("/quality"));
        Assert.DoesNotMatch(ResourceKey(), page + audit);
        Assert.True((await new AuditBook(hub.Node.Stores.Operations).FindAsync(first.Split('/')[^1], CancellationToken.None))!.Same);
    }

    private static Task DrawAsync(HttpClient client, int count) => ReadAsync(client.PostAsync($"/v1/quality/audits?count={count}", null));

    private static async Task<JsonElement> MeasureAsync(HttpClient client) => (await ReadAsync(client.GetAsync("/v1/quality"))).GetProperty("links");

    private static Task AnswerAsync(HttpClient client, LinkAudit audit, object answer) => ReadAsync(client.PostAsJsonAsync($"/v1/quality/audits/{audit.Id}/answer", answer));

    private static async Task<IReadOnlyList<LinkAudit>> OpenAsync(HttpClient client) =>
        (await ReadAsync(client.GetAsync("/v1/quality/audits?limit=200"))).GetProperty("items").Deserialize<List<LinkAudit>>(JsonSerializerOptions.Web)!;

    private static int Count(JsonElement links) => links.GetProperty("count").GetInt32();

    private static int Right(JsonElement links) => (int)Math.Round(links.GetProperty("share").GetDouble() * Count(links));

    private async Task<HashSet<GoldenId?>> GoldensAsync(LinkAudit audit) =>
        [.. (await hub.Node.Stores.Store.FindPartsAsync([audit.PartA, audit.PartB], CancellationToken.None)).Select(part => part.Golden)];

    private static async Task<JsonElement> ReadAsync(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string page, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent([new("form-token", Token().Match(page).Groups[1].Value), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        return await client.PostAsync(path, content);
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("href=\"(/quality/audits/[^\"]+)\"")]
    private static partial Regex AuditLink();

    [GeneratedRegex(@">\s*(attribute|review|reason|level|comparison|rule|evidence|side|nav|quality|audit)\.[A-Za-z.-]+\s*<")]
    private static partial Regex ResourceKey();
}
