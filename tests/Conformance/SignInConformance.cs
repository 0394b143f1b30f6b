using System.Text;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Tests.Conformance;

/// <summary>What every identity provider's connector must do.</summary>
public abstract class SignInConformance
{
    private static readonly Uri Callback = new("https://hub.mairie.example/login/callback/conformance");

    protected CapturedLog Log { get; } = new();

    protected abstract Connector Connector { get; }

    protected abstract object Settings { get; }

    /// <summary>The name of a claim the provider gives, for the check that bodies are what it said.</summary>
    protected abstract string Claim { get; }

    /// <summary>A person's browser: goes to the address, signs in as the person of this number, comes back.</summary>
    protected abstract Task<IncomingCall> VisitAsync(Uri address, int person);

    /// <summary>The same, but the person gives up.</summary>
    protected abstract Task<IncomingCall> GiveUpAsync(Uri address);

    /// <summary>Visits whose tokens are not to be trusted, by what is wrong with them.</summary>
    protected abstract IReadOnlyDictionary<string, Func<Uri, Task<IncomingCall>>> Forgeries { get; }

    protected abstract IReadOnlyList<Trouble> Troubles { get; }

    protected abstract IReadOnlyList<string> Confidential { get; }

    protected virtual TimeProvider Clock() => TimeProvider.System;

    [Fact]
    public async Task Who_signs_in_is_the_same_proven_record_next_time_and_somebody_else_another()
    {
        var settings = Settings;
        var (once, again, other) = (await SignInAsync(settings, 1), await SignInAsync(settings, 1), await SignInAsync(settings, 2));

        Assert.True(once.Record.Proven);
        Assert.Equal(once.Record.Key, again.Record.Key);
        Assert.True(again.Record.Version.Number >= once.Record.Version.Number);
        Assert.Equal(Text(once), Text(again));
        Assert.NotEqual(once.Record.Key, other.Record.Key);
        Assert.Contains($"\"{Claim}\"", Text(once), StringComparison.Ordinal);
        Assert.All(Log.Lines, AssertDiscreet);
    }

    [Fact]
    public async Task What_the_connection_forbids_is_not_in_the_record()
    {
        var text = Text(await SignInAsync(Settings, 0));

        Assert.All(new[] { Planted.Nir, Planted.Iban }, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_return_nobody_was_sent_away_for_is_denied()
    {
        var settings = Settings;
        var (ticket, call) = await ReturnAsync(settings, address => VisitAsync(address, 1));
        var state = call.Query["state"];

        foreach (var made in new[]
        {
            With(call, "state", state[..^1] + (state[^1] == '0' ? '1' : '0')), With(call, "state", ""), With(call, "state", null),
            With(call, "code", null), With(call, "code", new string('a', 10_000)), With(call, "iss", "https://ailleurs.example"), call with { Query = new Dictionary<string, string>() },
        })
        {
            Assert.Equal(FailureKind.Denied, Failed(await EndAsync(settings, ticket, made)).Kind);
        }

        // Another window's ticket does not take this return either; its own still does.
        Assert.Equal(FailureKind.Denied, Failed(await EndAsync(settings, SignInTicket.New(Callback), call)).Kind);
        Assert.IsType<SignInEnd.Vouched>(await EndAsync(settings, ticket, call));
    }

    [Fact]
    public async Task A_code_is_good_once_and_only_for_the_sign_in_it_was_given_in()
    {
        var settings = Settings;
        var (ticket, call) = await ReturnAsync(settings, address => VisitAsync(address, 1));
        Assert.IsType<SignInEnd.Vouched>(await EndAsync(settings, ticket, call));
        Assert.Equal(FailureKind.Refused, Failed(await EndAsync(settings, ticket, call)).Kind);

        var (_, stolen) = await ReturnAsync(settings, address => VisitAsync(address, 1));
        var (own, mine) = await ReturnAsync(settings, address => VisitAsync(address, 2));
        Assert.NotEqual(FailureKind.Passing, Failed(await EndAsync(settings, own, With(mine, "code", stolen.Query["code"]))).Kind);
    }

    [Fact]
    public async Task Who_gives_up_is_told_so_in_both_languages()
    {
        var settings = Settings;
        var (ticket, call) = await ReturnAsync(settings, GiveUpAsync);
        var failure = Failed(await EndAsync(settings, ticket, call));

        Assert.Equal(FailureKind.Refused, failure.Kind);
        Assert.NotEqual(failure.Message!.French, failure.Message.English);
    }

    [Fact]
    public async Task Every_forged_token_is_denied()
    {
        Assert.NotEmpty(Forgeries);
        var settings = Settings;
        foreach (var (name, visit) in Forgeries)
        {
            var (ticket, call) = await ReturnAsync(settings, visit);
            var end = await EndAsync(settings, ticket, call);
            Assert.True(end is SignInEnd.Failed { Failure.Kind: FailureKind.Denied or FailureKind.Passing }, $"{name}: {end}");
            AssertDiscreet(Failed(end).Detail);
        }

        Assert.All(Log.Lines, AssertDiscreet);
    }

    [Fact]
    public async Task Every_trouble_ends_in_its_failure_value_and_nothing_confidential_is_told()
    {
        Assert.NotEmpty(Troubles);
        Assert.NotEmpty(Confidential);
        foreach (var trouble in Troubles)
        {
            trouble.Meet?.Invoke();
            var start = await Connector.OpenSignIn(trouble.Settings, Context()).BeginAsync(SignInTicket.New(Callback), CancellationToken.None);
            trouble.Leave?.Invoke();

            var failure = Assert.IsType<SignInStart.Failed>(start).Failure;
            Assert.True(failure.Kind == trouble.Expected, $"{trouble.Name}: {failure.Kind} {failure.Code} instead of {trouble.Expected}");
            AssertDiscreet(failure.Detail);
        }

        Assert.All(Log.Lines, AssertDiscreet);
    }

    [Fact]
    public async Task No_return_makes_it_throw()
    {
        var settings = Settings;
        var (ticket, call) = await ReturnAsync(settings, address => VisitAsync(address, 1));
        var random = new Random(7);
        foreach (var name in call.Query.Keys)
        {
            for (var round = 0; round < 10; round++)
            {
                var odd = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(1, 0xFFFF))]);
                AssertDiscreet(Failed(await EndAsync(settings, ticket, With(call, name, odd))).Detail);
            }
        }
    }

    [Fact]
    public void The_manifest_says_it_is_an_identity_provider() => Assert.True(Connector.Manifest.Contracts.HasFlag(Contract.SignIn));

    protected async Task<SignInEnd.Vouched> SignInAsync(object settings, int person)
    {
        var (ticket, call) = await ReturnAsync(settings, address => VisitAsync(address, person));
        var end = await EndAsync(settings, ticket, call);
        return end is SignInEnd.Failed(var failure) ? throw new InvalidOperationException($"{failure.Kind} {failure.Code}: {failure.Detail}") : (SignInEnd.Vouched)end;
    }

    protected async Task<(SignInTicket Ticket, IncomingCall Call)> ReturnAsync(object settings, Func<Uri, Task<IncomingCall>> visit)
    {
        var ticket = SignInTicket.New(Callback, new Uri("https://hub.mairie.example/login/left"));
        var start = await Connector.OpenSignIn(settings, Context()).BeginAsync(ticket, CancellationToken.None);
        return start is SignInStart.Failed(var failure)
            ? throw new InvalidOperationException($"{failure.Kind} {failure.Code}: {failure.Detail}")
            : (ticket, await visit(((SignInStart.Ready)start).Address));
    }

    protected async Task<SignInEnd> EndAsync(object settings, SignInTicket ticket, IncomingCall call) =>
        await Connector.OpenSignIn(settings, Context()).EndAsync(ticket, call, CancellationToken.None);

    protected static Failure Failed(SignInEnd end) => Assert.IsType<SignInEnd.Failed>(end).Failure;

    /// <summary>The browser's call, from the address it was sent back to.</summary>
    protected static IncomingCall Returned(Uri address) => new()
    {
        Method = "GET", Path = address.AbsolutePath, Body = default, ReceivedAt = DateTimeOffset.UnixEpoch, Headers = new Dictionary<string, string>(),
        Query = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1].Replace('+', ' '))),
    };

    private static IncomingCall With(IncomingCall call, string name, string? value)
    {
        var query = call.Query.Where(entry => entry.Key != name).ToDictionary();
        if (value is not null)
        {
            query[name] = value;
        }

        return call with { Query = query };
    }

    private static string Text(SignInEnd.Vouched vouched) => Encoding.UTF8.GetString(vouched.Record.Body.Span);

    private ConnectionContext Context() => new() { Connection = "conformance", StateFolder = Path.Combine(Path.GetTempPath(), "conformance-none"), Time = Clock(), Log = Log };

    // "eyJ" begins every token.
    private void AssertDiscreet(string text) => Assert.All(Confidential.Append("eyJ"), secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
}
