using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Signature.Goodflag;

/// <summary>What a workflow the hub makes is like. The ids are Goodflag's own.</summary>
public sealed record WorkflowSettings
{
    [Setting("Utilisateur propriétaire (usr_…)", "Owning user (usr_…)")]
    public required string User { get; init; }

    [Setting("Page de consentement (cop_…)", "Consent page (cop_…)")]
    public required string ConsentPage { get; init; }

    [Setting("Profil de signature (sip_…)", "Signature profile (sip_…)")]
    public required string SignatureProfile { get; init; }

    [Setting("Document PDF à signer", "PDF document to be signed")]
    public required string Document { get; init; }

    [Setting("Relances par courriel", "Reminders by e-mail", Minimum = 0, Maximum = 100)]
    public int MaxInvites { get; init; } = 5;

    [Setting("Le circuit démarre aussitôt ; sinon il reste un brouillon", "The workflow starts at once; otherwise it stays a draft")]
    public bool Start { get; init; }
}
