using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Signature.Yousign;

/// <summary>Yousign's webhooks and requests to be made. The base address is <c>https://api.yousign.app/v3/</c>; sign-in is a bearer key.</summary>
public sealed record YousignSettings : HttpSettings
{
    [Setting("Clés des webhooks ; plusieurs le temps d’un changement", "Webhook keys; several while one is replaced")]
    public IReadOnlyList<Secret> WebhookKeys { get; init; } = [];

    [Setting("Demandes créées", "Requests made")]
    public RequestSettings? Request { get; init; }

    public override IEnumerable<SettingProblem> Check()
    {
        foreach (var problem in base.Check())
        {
            yield return problem;
        }

        if (Auth?.Bearer is null)
        {
            yield return new SettingProblem("auth", "Yousign asks for its API key: auth: { bearer: { token } }.");
        }
    }
}
