using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>An account of DocuSign eSignature. The base address is the account's own, as DocuSign's userinfo names it: <c>https://eu.docusign.net/</c>; a wrong one is refused with the right one.</summary>
public sealed record DocusignSettings : HttpSettings
{
    [Setting("Compte (identifiant d’API)", "Account (API account id)")]
    public required string Account { get; init; }

    [Setting("Clé d’intégration de l’application", "Integration key of the application")]
    public required string IntegrationKey { get; init; }

    [Setting("Utilisateur au nom duquel le hub agit (identifiant d’API)", "User the hub acts for (API user id)")]
    public required string User { get; init; }

    [Setting("Clé privée RSA de l’application (PEM)", "The application's RSA private key (PEM)")]
    public required Secret PrivateKey { get; init; }

    [Setting("Serveur de comptes ; https://account-d.docusign.com/ pour l’environnement d’essai", "Account server; https://account-d.docusign.com/ for the trial environment")]
    public BaseAddress AccountServer { get; init; } = BaseAddress.Parse("https://account.docusign.com/");

    [Setting("Clés HMAC de Connect ; plusieurs le temps d’un changement. Sans clé, chaque enveloppe annoncée est relue", "HMAC keys of Connect; several while one is replaced. Without a key each envelope told of is read again")]
    public IReadOnlyList<Secret> WebhookKeys { get; init; } = [];

    [Setting("Première date lue", "First date read")]
    public DateOnly From { get; init; } = new(2003, 1, 1);

    [Setting("Recul : un changement apparaît après coup", "Look-back: a change shows up late")]
    public TimeSpan LookBack { get; init; } = TimeSpan.FromHours(1);

    [Setting("Enveloppes par page", "Envelopes a page", Minimum = 1, Maximum = 900)]
    public int PageSize { get; init; } = 100;

    [Setting("Enveloppes créées", "Envelopes made")]
    public EnvelopeSettings? Envelope { get; init; }

    public override IEnumerable<SettingProblem> Check()
    {
        foreach (var problem in base.Check())
        {
            yield return problem;
        }

        if (Auth is not null)
        {
            yield return new SettingProblem("auth", "DocuSign gives tokens to an application: write integrationKey, user and privateKey, not auth.");
        }
    }

    protected override IEnumerable<Uri> TokenServers() => [AccountServer.Value];
}
