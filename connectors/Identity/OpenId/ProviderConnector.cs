using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>The base of connectors to identity providers; what was read of a provider lives as long as its connection's settings.</summary>
public abstract class ProviderConnector<TSettings> : HttpConnector<TSettings> where TSettings : ProviderSettings
{
    // What a check asks with: no provider ever gave such a code.
    private const string NoCode = "hub-check-no-such-code";

    private readonly ConditionalWeakTable<TSettings, Provider> providers = [];

    /// <summary>Exchanges a code that nobody was given: a provider that knows the client refuses the code, another one the client.</summary>
    protected sealed override async Task ProbeAsync(TSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        var api = link.Api<IOpenIdApi>();
        var about = await Of(settings, link).AboutAsync(api, cancellationToken);
        try
        {
            await new CodeExchange(settings, api).AskAsync(about, SignInTicket.New(settings.Url.Value), NoCode, cancellationToken);
        }
        catch (HttpFailureException refused) when (refused.Failure.Code == $"{settings.Rules.Name}.invalid_grant")
        {
            return;
        }
    }

    protected sealed override ISignIn IdentityProvider(TSettings settings, HttpLink link, ConnectionContext context) =>
        new OpenIdSignIn(settings, link.Api<IOpenIdApi>(), Of(settings, link), context);

    protected sealed override HttpRules Rules(TSettings settings, ConnectionContext context) => (reply, usual) =>
        usual is { Kind: FailureKind.Refused or FailureKind.Denied } && CodeExchange.ErrorOf(reply) is { } error && ProviderErrors.Codes.Contains(error) ? ProviderErrors.Of(settings.Rules.Name, error, null) : usual;

    private Provider Of(TSettings settings, HttpLink link) => providers.GetValue(settings, _ => new Provider(link.Address, link.Time));
}
