using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>What outlives one run: sockets and tokens as long as a connection's settings live, breakers and budgets as long as the connector.</summary>
internal sealed class HttpLinks
{
    private readonly ConcurrentDictionary<TargetKey, TargetState> targets = new();
    private readonly ConditionalWeakTable<HttpSettings, Shared> shared = [];

    /// <exception cref="HttpFailureException">The settings cannot be used: a certificate that cannot be read, two ways to sign in.</exception>
    public HttpLink Open(HttpSettings settings, ConnectionContext context, Func<HttpLink, Authenticator?> signIn, HttpRules rules)
    {
        var target = targets.GetOrAdd(new TargetKey(settings.Url.Value.Authority, settings.Rate, settings.Concurrency, context.Time), static key => new TargetState(key));
        var kept = shared.GetValue(settings, key =>
        {
            var transport = Transport.Create(key);
            var bare = new HttpLink(new SendingHandler(transport, key, target, null, static (_, usual) => usual, context), key, context.Time);
            return new Shared(transport, signIn(bare));
        });
        return new HttpLink(new SendingHandler(kept.Transport, settings, target, kept.Authenticator, rules, context), settings, context.Time);
    }

    private sealed record Shared(SocketsHttpHandler Transport, Authenticator? Authenticator);
}
