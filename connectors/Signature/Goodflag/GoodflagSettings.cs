using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Signature.Goodflag;

/// <summary>A Goodflag instance. The base address ends in <c>/api/</c>; sign-in is a bearer token (<c>act_…</c>).</summary>
public sealed record GoodflagSettings : HttpSettings
{
    [Setting("Circuits par page", "Workflows a page", Minimum = 1, Maximum = 500)]
    public int PageSize { get; init; } = 50;

    [Setting("Secret attendu dans l’adresse des webhooks (?key=…), que Goodflag ne signe pas", "Secret expected in the address of webhooks (?key=…), which Goodflag does not sign")]
    public Secret? WebhookSecret { get; init; }

    [Setting("Circuits créés", "Workflows made")]
    public WorkflowSettings? Workflow { get; init; }

    public override IEnumerable<SettingProblem> Check()
    {
        foreach (var problem in base.Check())
        {
            yield return problem;
        }

        if (Auth?.Bearer is null)
        {
            yield return new SettingProblem("auth", "Goodflag asks for its access token: auth: { bearer: { token } }.");
        }
    }
}
