using System.Net;
using System.Text.RegularExpressions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

[Collection(HubCollection.Name)]
public sealed partial class Deciding_without_script(RunningHub hub)
{
    [Fact]
    public async Task A_steward_decides_and_undoes_by_plain_forms_and_it_is_as_before()
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        var before = await hub.Node.Stores.Reader.CountAsync(CancellationToken.None);
        var task = await OpenPairAsync();
        var page = await steward.GetStringAsync($"/reviews/{task.TaskId}");
        Assert.Contains("Same person", page, StringComparison.Ordinal);

        var decided = await PostAsync(steward, $"/reviews/{task.TaskId}/decision", page, ("answer", "same"));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Contains($"done={task.TaskId}", decided.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(ReviewState.Decided, (await FindAsync(task.TaskId)).State);
        Assert.Single(await GoldensAsync(task));

        var next = await steward.GetStringAsync(decided.Headers.Location);
        Assert.Contains($"/reviews/{task.TaskId}/undo", next, StringComparison.Ordinal);
        var undone = await PostAsync(steward, $"/reviews/{task.TaskId}/undo", next);
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Equal(2, (await GoldensAsync(task)).Count);
        Assert.Equal(before.Goldens, (await hub.Node.Stores.Reader.CountAsync(CancellationToken.None)).Goldens);
        Assert.Equal(before.OpenReviews, (await hub.Node.Stores.Reader.CountAsync(CancellationToken.None)).OpenReviews);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        var task = await OpenPairAsync();
        using var content = new FormUrlEncodedContent([new("answer", "same")]);
        using var answer = await steward.PostAsync($"/reviews/{task.TaskId}/decision", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(ReviewState.Open, (await FindAsync(task.TaskId)).State);
    }

    [Theory]
    [InlineData("fr", "Est-ce la même personne")]
    [InlineData("en", "Is this the same person?")]
    public async Task The_desk_speaks_the_browsers_language_and_no_key_shows_untranslated(string language, string question)
    {
        using var steward = await hub.SignInAsync(Role.Steward, language);
        foreach (var task in await hub.Node.Stores.Reader.ListReviewsAsync(ReviewState.Open, 0, 8, CancellationToken.None))
        {
            var page = WebUtility.HtmlDecode(await steward.GetStringAsync($"/reviews/{task.TaskId}"));
            Assert.Contains(question, page, StringComparison.Ordinal);
            Assert.DoesNotMatch(ResourceKey(), page);
        }
    }

    [Fact]
    public async Task A_page_behind_the_end_of_the_queue_leads_to_its_head_and_signs_alone_find_nobody()
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        Assert.Equal("/reviews", (await steward.GetAsync("/reviews?page=99")).Headers.Location?.OriginalString);
        Assert.DoesNotContain("href=\"/citizens/", await steward.GetStringAsync("/citizens?name=%25"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_a_person_and_the_front_page_answer()
    {
        using var steward = await hub.SignInAsync(Role.Steward, "fr");
        Assert.Contains("Saint-Test", await steward.GetStringAsync("/"), StringComparison.Ordinal);
        var found = await steward.GetStringAsync("/citizens?name=ma");
        var link = PersonLink().Match(found);
        Assert.True(link.Success);
        var person = WebUtility.HtmlDecode(await steward.GetStringAsync(link.Groups[1].Value));
        Assert.Contains("Ce qui est tenu pour vrai", person, StringComparison.Ordinal);
        Assert.Contains("Historique", person, StringComparison.Ordinal);
        Assert.DoesNotMatch(ResourceKey(), person);
        Assert.Equal(HttpStatusCode.NotFound, (await steward.GetAsync("/citizens/000000000")).StatusCode);
    }

    private async Task<ReviewRow> OpenPairAsync() =>
        (await hub.Node.Stores.Reader.ListReviewsAsync(ReviewState.Open, 0, 50, CancellationToken.None)).First(task => task.B is not null);

    private async Task<ReviewRow> FindAsync(long id) => (await hub.Node.Stores.Reader.FindReviewAsync(id, CancellationToken.None))!;

    private async Task<HashSet<GoldenId?>> GoldensAsync(ReviewRow task) =>
        [.. (await hub.Node.Stores.Store.FindPartsAsync([task.PartA, task.PartB!.Value], CancellationToken.None)).Select(part => part.Golden)];

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string page, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(page).Groups[1].Value;
        using var content = new FormUrlEncodedContent([new("form-token", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        return await client.PostAsync(path, content);
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("href=\"(/citizens/[^\"?]{9})\"")]
    private static partial Regex PersonLink();

    [GeneratedRegex(@">\s*(attribute|review|reason|level|comparison|rule|evidence|side|nav|change|changed|veto)\.[A-Za-z.-]+\s*<")]
    private static partial Regex ResourceKey();
}
