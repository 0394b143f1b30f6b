using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Signature.Yousign;

/// <summary>What a signature request the hub makes is like.</summary>
public sealed record RequestSettings
{
    [Setting("Document PDF à signer", "PDF document to be signed")]
    public required string Document { get; init; }

    [Setting("Page de la signature", "Page of the signature", Minimum = 1, Maximum = 10_000)]
    public int Page { get; init; } = 1;

    [Setting("Position horizontale de la signature", "Horizontal place of the signature", Minimum = 0, Maximum = 10_000)]
    public int X { get; init; } = 100;

    [Setting("Position verticale de la signature", "Vertical place of the signature", Minimum = 0, Maximum = 10_000)]
    public int Y { get; init; } = 100;

    [Setting("Niveau de signature, dans les mots de Yousign", "Signature level, in Yousign's words")]
    public string Level { get; init; } = "electronic_signature";

    [Setting("Authentification du signataire : otp_email, otp_sms ou no_otp", "Authentication of the signer: otp_email, otp_sms or no_otp")]
    public string Authentication { get; init; } = "otp_email";

    [Setting("La demande est activée aussitôt ; sinon elle reste un brouillon", "The request is activated at once; otherwise it stays a draft")]
    public bool Activate { get; init; }
}
