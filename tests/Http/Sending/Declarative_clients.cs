using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Tests.Http.Fakes;
using Microsoft.AspNetCore.Http;
using RestEase;

namespace IntegrationHub.Tests.Http.Sending;

public sealed class Declarative_clients
{
    [Fact]
    public async Task A_call_goes_the_one_way_out_and_is_tried_again_there()
    {
        var calls = 0;
        await using var rig = await LinkRig.StartAsync(call =>
        {
            call.Response.StatusCode = ++calls == 1 ? 503 : 200;
            return call.Response.WriteAsync("""{"id":"7","title":"Demande"}""");
        });

        var form = await rig.Link().Api<IFormsApi>().FindAsync("7 bis", CancellationToken.None);

        Assert.Equal(new Form("7", "Demande"), form);
        Assert.Equal(["GET /forms/7%20bis", "GET /forms/7%20bis"], rig.Seen);
    }

    [Fact]
    public async Task Values_are_escaped_and_links_are_taken_as_the_system_wrote_them()
    {
        await using var rig = await LinkRig.StartAsync(call => call.Response.WriteAsync("{}"));
        var forms = rig.Link().Api<IFormsApi>();

        (await forms.ListAsync("a b&c", new DateOnly(2026, 1, 5), CancellationToken.None)).Dispose();
        (await forms.ListAsync(null, new DateOnly(2026, 1, 5), CancellationToken.None)).Dispose();
        await forms.NextAsync(new Uri(rig.Address, "forms?page=2&q=a%20b+c").AbsoluteUri, CancellationToken.None);
        await forms.FindAsync("../x?y", CancellationToken.None);

        Assert.Equal(
            ["GET /forms?kind=all&name=a%20b%26c&since=2026-01-05", "GET /forms?kind=all&since=2026-01-05", "GET /forms?page=2&q=a%20b+c", "GET /forms/..%2Fx%3Fy"], rig.Seen);
    }

    [Fact]
    public async Task Only_what_is_said_to_be_repeatable_is_sent_again()
    {
        await using var rig = await LinkRig.StartAsync(call =>
        {
            call.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        var forms = rig.Link().Api<IFormsApi>();

        var made = await LinkRig.FailureOfAsync(() => forms.MakeAsync(new JsonObject { ["title"] = "Demande" }, CancellationToken.None));
        Assert.Single(rig.Seen);
        var found = await LinkRig.FailureOfAsync(() => forms.SearchAsync(new Dictionary<string, string> { ["q"] = "x" }, null, CancellationToken.None));

        Assert.Equal(("http.500", "http.500"), (made?.Code, found?.Code));
        Assert.True(rig.Seen.Count > 2, "the search was not sent again");
    }

    [Theory]
    [InlineData(400, "Martin", "http.400")]
    [InlineData(404, "Martin", "http.404")]
    [InlineData(200, "<html>Martin</html>", "body.malformed")]
    [InlineData(200, "null", "body.malformed")]
    [InlineData(200, """{"id":7}""", "body.malformed")]
    public async Task A_failure_is_the_pipelines_and_shows_nothing_of_the_answer(int status, string body, string code)
    {
        await using var rig = await LinkRig.StartAsync(call =>
        {
            call.Response.StatusCode = status;
            return call.Response.WriteAsync(body);
        });

        var error = await Assert.ThrowsAsync<HttpFailureException>(() => rig.Link().Api<IFormsApi>().FindAsync("Martin", CancellationToken.None));

        Assert.Equal(code, error.Failure.Code);
        Assert.Null(error.InnerException);
        Assert.DoesNotContain("Martin", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Martin", string.Join("\n", rig.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_that_the_connector_lets_pass_is_an_answer()
    {
        await using var rig = await LinkRig.StartAsync(
            call =>
            {
                call.Response.StatusCode = 404;
                return call.Response.WriteAsync("none");
            },
            (reply, usual) => reply.Status == 404 ? null : usual);

        var reply = await rig.Link().Api<IFormsApi>().NextAsync("forms/9", CancellationToken.None);

        Assert.Equal(404, reply.Status);
    }

    [Fact]
    public async Task A_value_that_breaks_the_line_of_its_header_is_not_sent()
    {
        await using var rig = await LinkRig.StartAsync(call => Task.CompletedTask);

        var failure = await LinkRig.FailureOfAsync(() => rig.Link().Api<IFormsApi>().SearchAsync(new Dictionary<string, string>(), "text/csv\r\nX-More: 1", CancellationToken.None));

        Assert.Equal("body.malformed", failure?.Code);
        Assert.Empty(rig.Seen);
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_refused_and_a_cancelled_call_stops()
    {
        await using var rig = await LinkRig.StartAsync(async call =>
        {
            if (call.Request.Path == "/forms/slow")
            {
                await Task.Delay(Timeout.Infinite, call.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                return;
            }

            await call.Response.WriteAsync(new string(' ', 5000));
        });
        var forms = rig.Link(rig.Settings with { MaxAnswerBytes = 1024 }).Api<IFormsApi>();
        using var stop = new CancellationTokenSource();

        var large = await LinkRig.FailureOfAsync(() => forms.FindAsync("1", CancellationToken.None));
        var waiting = forms.FindAsync("slow", stop.Token);
        await stop.CancelAsync();

        Assert.Equal(("body.too-large", FailureKind.Denied), (large?.Code, large!.Kind));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task However_many_clients_are_made_they_share_one_implementation()
    {
        await using var rig = await LinkRig.StartAsync(call => call.Response.WriteAsync("{}"));

        var kinds = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => rig.Link().Api<IFormsApi>().GetType())));

        Assert.Single(kinds.Distinct());
        Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == RestClient.FactoryAssemblyName);
    }
}
