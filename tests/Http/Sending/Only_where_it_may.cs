using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Tests.Conformance.Http;
using IntegrationHub.Tests.Http.Fakes;

namespace IntegrationHub.Tests.Http.Sending;

public sealed class Only_where_it_may
{
    [Fact]
    public async Task A_private_address_nobody_allowed_is_denied_before_a_byte_is_sent()
    {
        await using var rig = await LinkRig.StartAsync(_ => Task.CompletedTask);

        var failure = await LinkRig.FailureOfAsync(() => rig.Link(rig.Settings with { Network = new NetworkSettings() }).GetAsync("x", default));

        Assert.Equal((FailureKind.Denied, "egress.refused"), (failure!.Kind, failure.Code));
        Assert.Empty(rig.Seen);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://elsewhere.example/x")]
    [InlineData("ftp://127.0.0.1/x")]
    public async Task A_link_to_another_host_or_scheme_is_denied(string address)
    {
        await using var rig = await LinkRig.StartAsync(_ => Task.CompletedTask);

        var failure = await LinkRig.FailureOfAsync(() => rig.Link().GetAsync(new Uri(address), default));

        Assert.Equal(FailureKind.Denied, failure!.Kind);
        Assert.StartsWith("egress.", failure.Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_elsewhere_is_denied_and_one_to_a_named_host_goes_without_credentials()
    {
        var accounts = new List<string>();
        await using var other = await LinkRig.StartAsync(call =>
        {
            accounts.Add(call.Request.Headers["x-account"].ToString());
            return Task.CompletedTask;
        });
        await using var rig = await LinkRig.StartAsync(call =>
        {
            accounts.Add(call.Request.Headers["x-account"].ToString());
            call.Response.Redirect($"http://localhost:{other.Address.Port}/there");
            return Task.CompletedTask;
        });
        var signed = rig.Settings with
        {
            Auth = new AuthSettings { Bearer = new BearerSettings { Token = SandboxRig.Password } },
            SecretHeaders = new Dictionary<string, Connectors.Abstractions.Settings.Secret> { ["x-account"] = SandboxRig.Password },
        };

        var refused = await LinkRig.FailureOfAsync(() => rig.Link(signed).GetAsync("x", default));
        Assert.Equal((FailureKind.Denied, "egress.redirect"), (refused!.Kind, refused.Code));

        await rig.Link(signed with { Network = signed.Network with { Hosts = ["localhost"] } }).GetAsync("x", default);
        Assert.Equal(["GET /there"], other.Seen);
        Assert.All(rig.Seen, line => Assert.Contains("Bearer", line, StringComparison.Ordinal));
        Assert.Equal([SandboxContext.Secret, SandboxContext.Secret, ""], accounts);
    }

    [Fact]
    public async Task Neither_path_nor_query_nor_secret_stands_in_the_log()
    {
        await using var rig = await LinkRig.StartAsync(call =>
        {
            call.Response.StatusCode = 500;
            return Task.CompletedTask;
        });

        await LinkRig.FailureOfAsync(() => rig.Link().GetAsync("people/Dupont?nom=Durand", default));

        Assert.NotEmpty(rig.Log.Lines);
        Assert.All(rig.Log.Lines, line => Assert.DoesNotContain("Du", line, StringComparison.Ordinal));
    }
}
