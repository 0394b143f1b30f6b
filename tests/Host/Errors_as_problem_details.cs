using System.Net;
using System.Text.Json;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

[Collection(HubCollection.Name)]
public sealed class Errors_as_problem_details(RunningHub hub)
{
    [Theory]
    [InlineData("/v1/citizens/ZZZZZZZZZ", 404, "unknown")]
    [InlineData("/v1/citizens?birthDate=31/02/1954", 400, "invalid")]
    [InlineData("/v1/citizens", 400, "invalid")]
    [InlineData("/v1/changes?cursor=nonsense", 400, "invalid")]
    [InlineData("/v1/runs", 403, "not-allowed")]
    [InlineData("/v1/no-such-thing", 404, "unknown")]
    [InlineData("/V1/runs", 403, "not-allowed")]
    [InlineData("/v1/citizens?limit=many", 400, "invalid")]
    public async Task An_error_has_a_stable_type_and_says_what_to_do(string door, int status, string type)
    {
        using var client = await hub.ApplicationAsync("errors", Scope.All, Scope.All);
        using var answer = await client.GetAsync(door);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal($"urn:integrationhub:problem:{type}", problem.RootElement.GetProperty("type").GetString());
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
    }

    [Theory]
    [InlineData("PUT", "/v1/match", "application/json", 405, "method")]
    [InlineData("POST", "/v1/match", "text/plain", 415, "media-type")]
    public async Task A_wrong_method_or_media_type_is_named_as_such(string method, string door, string media, int status, string type)
    {
        using var client = await hub.ApplicationAsync("method", Scope.All, Scope.All);
        using var request = new HttpRequestMessage(new HttpMethod(method), door) { Content = new StringContent("{}", System.Text.Encoding.UTF8, media) };
        using var answer = await client.SendAsync(request);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains($"problem:{type}", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/match", """{"lastName": "Martin"}""", "usageName")]
    [InlineData("/v1/citizens?name=%25", null, "filter")]
    [InlineData("/v1/citizens/0KYKV69Q3", null, "check character")]
    public async Task A_mistake_that_would_mislead_is_answered_with_a_hint(string door, string? body, string hint)
    {
        using var client = await hub.ApplicationAsync("hint", Scope.All, Scope.All);
        using var answer = body is null ? await client.GetAsync(door) : await client.PostAsync(door, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Contains(hint, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_does_not_say_same_or_not_decides_nothing()
    {
        using var steward = await hub.SignInAsync(Role.Steward);
        var task = (await hub.Node.Stores.Reader.ListReviewsAsync(ReviewState.Open, 0, 1, CancellationToken.None))[0];
        using var answer = await steward.PostAsync($"/v1/reviews/{task.TaskId}/decision", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(ReviewState.Open, (await hub.Node.Stores.Reader.FindReviewAsync(task.TaskId, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task A_wrong_or_revoked_key_is_told_to_bring_a_right_one()
    {
        using var client = hub.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "ihk_none.secret");
        using var answer = await client.GetAsync("/v1/counts");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Contains("unauthenticated", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_lists_every_operation_of_the_API_with_a_summary()
    {
        using var client = hub.Anonymous();
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        var operations = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (path.Name, operation.Value))).ToList();
        Assert.True(operations.Count > 20);
        Assert.All(operations, operation => Assert.True(operation.Value.TryGetProperty("summary", out _), operation.Name));
        Assert.All(operations, operation => Assert.True(operation.Name.StartsWith("/v1/", StringComparison.Ordinal) || operation.Name.StartsWith("/hooks/", StringComparison.Ordinal) || operation.Name == "/healthz", operation.Name));
    }

    [Fact]
    public async Task A_description_that_does_not_exist_is_said_so_as_a_problem()
    {
        using var client = hub.Anonymous();
        using var answer = await client.GetAsync("/openapi/v2.json");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_version_after_which_nothing_could_follow_is_refused()
    {
        using var crm = await hub.ApplicationAsync("crm-last", Scope.All, Scope.All, submits: "crm");
        using var content = new StringContent("{\"nom\": \"Dupont\"}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await crm.PostAsync("/v1/connections/crm/records/last?version=9223372036854775807", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"version\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posted_record_that_gives_nobody_is_kept_and_its_place_told()
    {
        using var crm = await hub.ApplicationAsync("crm-bad", Scope.All, Scope.All, submits: "crm");
        using var content = new StringContent("{\"couleur\": \"bleu\"}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await crm.PostAsync("/v1/connections/crm/records/unmappable", content);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var row = Assert.Single(await hub.Node.Stores.Reader.FindQuarantineAsync([problem.RootElement.GetProperty("rejected").GetGuid()], CancellationToken.None));
        Assert.Equal(("crm", "unmappable"), (row.Connection, row.Key));
        Assert.Contains("bleu", System.Text.Encoding.UTF8.GetString(row.Body.Span), StringComparison.Ordinal);
    }
}
