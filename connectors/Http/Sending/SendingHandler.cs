using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Settings;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>
/// The one way out to any system: tries again with jitter and honours Retry-After, breaks per target, keeps the rate budget and the slots, limits
/// each try in time, signs, follows only permitted redirects, and judges the answer. What leaves is an answer or <see cref="HttpFailureException"/>.
/// </summary>
internal sealed class SendingHandler : DelegatingHandler
{
    // Longer waits go back to the caller as a value: the schedule waits, not a thread of control.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly ResiliencePropertyKey<HttpRequestMessage> RequestKey = new("request");

    private readonly HttpSettings settings;
    private readonly HostList hosts;
    private readonly TargetState target;
    private readonly Authenticator? authenticator;
    private readonly HttpRules rules;
    private readonly ConnectionContext context;
    private readonly ResiliencePipeline<Attempt> pipeline;

    public SendingHandler(HttpMessageHandler transport, HttpSettings settings, TargetState target, Authenticator? authenticator, HttpRules rules, ConnectionContext context)
        : base(transport)
    {
        (this.settings, this.target, this.authenticator, this.rules, this.context) = (settings, target, authenticator, rules, context);
        hosts = new HostList(settings);
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = context.Time };
        if (settings.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Attempt>
            {
                MaxRetryAttempts = settings.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = LongestWait,
                ShouldHandle = arguments => ValueTask.FromResult(MayRepeat(arguments.Outcome.Result, arguments.Context)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Failure?.NotBefore is { } at && at - context.Time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : (TimeSpan?)null),
                OnRetry = arguments =>
                {
                    Log.TriesAgain(context.Log, context.Connection, Host, arguments.Outcome.Result?.Failure?.Code ?? "", arguments.AttemptNumber + 1, arguments.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            });
        }

        pipeline = builder.AddPipeline(target.Breaker).Build();
    }

    private string Host => settings.Url.Value.Host;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (hosts.Judge(address) is { } elsewhere)
        {
            throw Failed(elsewhere);
        }

        foreach (var (name, value) in settings.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var state = ResilienceContextPool.Shared.Get(cancellationToken);
        state.Properties.Set(RequestKey, request);
        try
        {
            var attempt = await pipeline.ExecuteAsync(
                static async (state, work) => await work.Handler.AttemptAsync(work.Request, work.Address, state.CancellationToken), state, (Handler: this, Request: request, Address: address));
            return attempt.Failure is { } failure ? throw Failed(failure) : attempt.Response!;
        }
        catch (BrokenCircuitException broken)
        {
            var until = context.Time.GetUtcNow() + (broken.RetryAfter ?? TimeSpan.FromSeconds(5));
            Log.Waits(context.Log, context.Connection, Host, until);
            throw new HttpFailureException(new Failure(FailureKind.Throttled, "breaker.open", "The system failed too often; requests wait and go on by themselves.") { NotBefore = until });
        }
        finally
        {
            ResilienceContextPool.Shared.Return(state);
        }
    }

    private bool MayRepeat(Attempt? attempt, ResilienceContext state)
    {
        if (attempt?.Failure is not { Kind: FailureKind.Passing or FailureKind.Throttled } failure || failure.NotBefore - context.Time.GetUtcNow() > LongestWait)
        {
            return false;
        }

        // A throttled request was not carried out: even a POST may go again. A token request is repeated by the request that needs it.
        var request = state.Properties.GetValue(RequestKey, null!);
        return !request.IsBare() && (attempt.Unsent || failure.Kind == FailureKind.Throttled || request.IsRepeatable());
    }

    private async Task<Attempt> AttemptAsync(HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        // A token is asked for inside the request that needs it, which holds the slot already.
        var slots = request.IsBare() ? null : target.Slots;
        if (slots is not null)
        {
            await slots.WaitAsync(cancellationToken);
        }

        try
        {
            await WaitForTurnAsync(cancellationToken);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds), context.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            return await ExchangeAsync(request, address, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Attempt(null, Unanswered(request, new Failure(FailureKind.Passing, "http.timeout", $"No whole answer within {settings.TimeoutSeconds} s.")), SystemFailed: true);
        }
        catch (HttpFailureException own)
        {
            return new Attempt(null, Unanswered(request, own.Failure));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && HttpAnswer.Judge(error) is { } failure)
        {
            var unsent = error is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
            return new Attempt(null, Unanswered(request, failure), SystemFailed: failure.Kind == FailureKind.Passing, unsent);
        }
        finally
        {
            slots?.Release();
        }
    }

    private async Task WaitForTurnAsync(CancellationToken cancellationToken)
    {
        var at = target.Budget.Take();
        var wait = at - context.Time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, context.Time, cancellationToken);
        }
    }

    private async Task<Attempt> ExchangeAsync(HttpRequestMessage request, Uri address, CancellationToken cancellationToken)
    {
        var signed = authenticator is not null && !request.IsBare() && hosts.IsOwn(address);
        var answer = await SignAndSendAsync(request, address, signed, cancellationToken);
        if (signed && answer.Failure is { Code: "http.401" or HttpAnswer.TokenExpired } && authenticator!.Forget())
        {
            Log.TokenRenewed(context.Log, context.Connection, Host);
            answer.Response?.Dispose();
            answer = await SignAndSendAsync(request, address, signed, cancellationToken);
        }

        if (answer.Failure is { Kind: FailureKind.Throttled, NotBefore: { } until })
        {
            target.Budget.Pause(until < context.Time.GetUtcNow() + LongestWait ? until : context.Time.GetUtcNow() + LongestWait);
        }

        return answer;
    }

    private async Task<Attempt> SignAndSendAsync(HttpRequestMessage request, Uri address, bool signed, CancellationToken cancellationToken)
    {
        request.RequestUri = address;
        if (signed)
        {
            await authenticator!.ApplyAsync(request, cancellationToken);
        }

        var response = await base.SendAsync(request, cancellationToken);
        for (var hop = 0; hop < 5 && Redirected(request, response) is { } next; hop++)
        {
            response.Dispose();
            if (hosts.Judge(next) is { } elsewhere)
            {
                return new Attempt(null, elsewhere with { Code = "egress.redirect" });
            }

            request.RequestUri = next;
            if (signed && !hosts.IsOwn(next))
            {
                authenticator!.Withdraw(request);
            }

            response = await base.SendAsync(request, cancellationToken);
        }

        return await JudgeAsync(request, response, cancellationToken);
    }

    private async Task<Attempt> JudgeAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = ReadOnlyMemory<byte>.Empty;
        if (!request.IsStreamed() || !response.IsSuccessStatusCode)
        {
            var whole = await AnswerBody.ReadAsync(response.Content, settings.MaxAnswerBytes, cancellationToken);
            response.Content.Dispose();
            response.Content = whole;
            body = whole.Bytes;
        }

        var usual = HttpAnswer.Judge((int)response.StatusCode, response.Headers, context.Time.GetUtcNow());
        var reply = new HttpReply((int)response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, body) { Address = request.RequestUri };
        var failure = rules(reply, usual);
        context.Trace?.Invoke($"{request.Method} {Unsigned(request.RequestUri!)} -> {reply.Status}, {body.Length} bytes{(failure is null ? "" : $", {failure.Kind} {failure.Code}")}");
        var systemFailed = failure is { Kind: FailureKind.Passing } && (int)response.StatusCode >= 500;
        if (failure is not null)
        {
            response.Dispose();
        }

        return new Attempt(failure is null ? response : null, failure, systemFailed);
    }

    // Whoever tries a connection sees a request that nobody answered as well.
    private Failure Unanswered(HttpRequestMessage request, Failure failure)
    {
        context.Trace?.Invoke($"{request.Method} {Unsigned(request.RequestUri!)} -> {failure.Kind} {failure.Code}");
        return failure;
    }

    private static string Unsigned(Uri address) =>
        address.AbsoluteUri.IndexOf("&signature=", StringComparison.Ordinal) is var at and > 0 ? address.AbsoluteUri[..at] : address.AbsoluteUri;

    private static Uri? Redirected(HttpRequestMessage request, HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head)
            ? new Uri(request.RequestUri!, location)
            : null;

    private HttpFailureException Failed(Failure failure)
    {
        Log.Failed(context.Log, context.Connection, Host, failure.Kind.ToString(), failure.Code);
        return new HttpFailureException(failure);
    }
}
