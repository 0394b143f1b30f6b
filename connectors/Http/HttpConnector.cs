using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http;

/// <summary>The base of every connector over HTTP: gives each contract a link through the one pipeline, and the checks in their depths.</summary>
public abstract class HttpConnector<TSettings> : Connector where TSettings : HttpSettings
{
    private readonly HttpLinks links = new();

    /// <summary>The cheapest request that needs the connection's credentials; it ends quietly or with <see cref="HttpFailureException"/>.</summary>
    protected abstract Task ProbeAsync(TSettings settings, HttpLink link, CancellationToken cancellationToken);

    protected virtual ISource? Source(TSettings settings, HttpLink link, ConnectionContext context) => null;

    protected virtual ISink? Sink(TSettings settings, HttpLink link, ConnectionContext context) => null;

    protected virtual IEnricher? Enricher(TSettings settings, HttpLink link, ConnectionContext context) => null;

    protected virtual IReceiver? Receiver(TSettings settings, HttpLink link, ConnectionContext context) => null;

    protected virtual ISignIn? IdentityProvider(TSettings settings, HttpLink link, ConnectionContext context) => null;

    /// <summary>A depth beyond the first two. Reading one reads the source's first page; the others are the connector's own.</summary>
    protected virtual async Task CheckAsync(CheckDepth depth, TSettings settings, HttpLink link, ConnectionContext context, CancellationToken cancellationToken)
    {
        if (depth == CheckDepth.ReadOne && Source(settings, link, context with { Preview = true }) is { } source)
        {
            await foreach (var read in source.ReadAsync(after: null, cancellationToken))
            {
                if (read is SourceRead.Failed(var failure))
                {
                    throw new HttpFailureException(failure);
                }

                break;
            }
        }
    }

    /// <summary>Reads the system's own error bodies, above all those inside HTTP 200.</summary>
    protected virtual Failure? Judge(HttpReply reply, Failure? usual) => usual;

    /// <summary>The rules for one connection; by default <see cref="Judge"/> alone.</summary>
    protected virtual HttpRules Rules(TSettings settings, ConnectionContext context) => Judge;

    /// <summary>The system's way to sign in; by default what <see cref="HttpSettings.Auth"/> says.</summary>
    /// <param name="settings">The connection's settings.</param>
    /// <param name="bare">A link without credentials, for token requests.</param>
    /// <param name="time">The clock.</param>
    protected virtual Authenticator? SignIn(TSettings settings, HttpLink bare, TimeProvider time) => Authenticators.Of(settings.Auth, bare, time);

    /// <summary>The connection's link.</summary>
    /// <exception cref="HttpFailureException">Its settings cannot be used.</exception>
    protected HttpLink Link(TSettings settings, ConnectionContext context) =>
        links.Open(settings, context, bare => SecretHeadersAuthenticator.Around(SignIn(settings, bare, context.Time), settings.SecretHeaders), Rules(settings, context));

    protected sealed override ISource? CreateSource(object settings, ConnectionContext context) =>
        Open<ISource>(settings, context, Source, static failure => new FailedContract(failure));

    protected sealed override ISink? CreateSink(object settings, ConnectionContext context) =>
        Open<ISink>(settings, context, Sink, static failure => new FailedContract(failure));

    protected sealed override IEnricher? CreateEnricher(object settings, ConnectionContext context) =>
        Open<IEnricher>(settings, context, Enricher, static failure => new FailedContract(failure));

    protected sealed override IReceiver? CreateReceiver(object settings, ConnectionContext context) =>
        Open<IReceiver>(settings, context, Receiver, static failure => new FailedContract(failure));

    protected sealed override ISignIn? CreateSignIn(object settings, ConnectionContext context) =>
        Open<ISignIn>(settings, context, IdentityProvider, static failure => new FailedContract(failure));

    public sealed override async IAsyncEnumerable<CheckResult> CheckAsync(
        object settings, ConnectionContext context, CheckDepth upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var depth in Manifest.Checks.Where(depth => depth <= upTo))
        {
            var result = new CheckResult(depth, await Failures.CatchAsync(() => CheckAsync(depth, (TSettings)settings, context, cancellationToken), cancellationToken));
            yield return result;
            if (!result.Passed)
            {
                yield break;
            }
        }
    }

    private async Task CheckAsync(CheckDepth depth, TSettings settings, ConnectionContext context, CancellationToken cancellationToken)
    {
        var link = Link(settings, context);
        if (depth > CheckDepth.Authenticate)
        {
            await CheckAsync(depth, settings, link, context, cancellationToken);
            return;
        }

        var failure = await Failures.CatchAsync(() => ProbeAsync(settings, link, cancellationToken), cancellationToken);
        if (failure is not null && !(depth == CheckDepth.Reach && Answered(failure)))
        {
            throw new HttpFailureException(failure);
        }
    }

    // Somebody answered, though not what was asked: the address is reached, the next depth says what is wrong.
    private static bool Answered(Failure failure) =>
        failure.Kind is FailureKind.Denied or FailureKind.Refused or FailureKind.Throttled
        && !failure.Code.StartsWith("egress.", StringComparison.Ordinal) && failure.Code is not ("http.tls" or "breaker.open" or "certificate.unreadable" or "secret.missing");

    private T? Open<T>(object settings, ConnectionContext context, Func<TSettings, HttpLink, ConnectionContext, T?> open, Func<Failure, T> failed) where T : class
    {
        try
        {
            return open((TSettings)settings, Link((TSettings)settings, context), context);
        }
        catch (HttpFailureException own)
        {
            return failed(own.Failure); // opening never throws: the first call says why nothing can be sent
        }
    }
}
