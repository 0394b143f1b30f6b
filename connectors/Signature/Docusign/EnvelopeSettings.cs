using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>What an envelope the hub makes is like.</summary>
public sealed record EnvelopeSettings
{
    [Setting("Document PDF à signer", "PDF document to be signed")]
    public required string Document { get; init; }

    [Setting("Page de la signature", "Page of the signature", Minimum = 1, Maximum = 10_000)]
    public int Page { get; init; } = 1;

    [Setting("Position horizontale de la signature", "Horizontal place of the signature", Minimum = 0, Maximum = 10_000)]
    public int X { get; init; } = 100;

    [Setting("Position verticale de la signature", "Vertical place of the signature", Minimum = 0, Maximum = 10_000)]
    public int Y { get; init; } = 100;

    [Setting("L’enveloppe est envoyée aussitôt ; sinon elle reste un brouillon", "The envelope is sent at once; otherwise it stays a draft")]
    public bool Send { get; init; }

    [Setting("Motif donné au signataire quand la demande est retirée", "Reason the signer is given when the request is withdrawn")]
    public string VoidReason { get; init; } = "Demande retirée par la collectivité";
}
