namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>The names that forbidden fields go by in French and English systems. A new name is one word more here.</summary>
/// <remarks>The NIR may be processed only for the purposes listed by décret 2019-341; bank details and contents serve no purpose of a register of persons (RGPD article 5.1.c).</remarks>
internal static class FieldCatalogue
{
    public const string Nir = "nir";
    public const string Bank = "bank";
    public const string Content = "content";

    private static readonly string[] NirNames =
    [
        "nir", "nirpp", "nia", "nss", "ssn", "secu", "securite sociale", "numsecu", "numero ss", "num ss", "no ss", "n ss",
        "numero insee", "num insee", "no insee", "n insee", "matricule ins", "matricule insee", "social security", "carte vitale",
    ];

    private static readonly string[] BankNames =
    [
        "iban", "bic", "swift", "rib", "bban", "rum", "bank account", "bank details", "bank code", "sort code", "compte bancaire",
        "coordonnees bancaires", "references bancaires", "domiciliation bancaire", "code banque", "code guichet", "numero compte", "numero de compte", "num compte",
        "no compte", "n compte", "titulaire compte", "titulaire du compte", "mandat sepa", "sepa mandate", "carte bancaire", "numero carte", "card number", "credit card",
    ];

    private static readonly string[] ContentNames =
    [
        "message", "message body", "message text", "message content", "message html", "corps", "corps message", "corps du message",
        "texte message", "texte du message", "contenu", "contenu message", "contenu du message", "contenu document", "contenu du document", "contenu fichier",
        "body", "body text", "body html", "html body", "text body", "plain body", "mail body", "content", "contents", "content bytes",
        "content base64", "document content", "file content", "file data", "raw content", "base64", "blob", "piece jointe", "attachment",
    ];

    /// <summary>A category's patterns, or the one of a field named by the connection itself.</summary>
    public static IEnumerable<FieldPattern> Patterns(string word) => word switch
    {
        Nir => NirNames.Select(name => new FieldPattern(name, FieldVerdict.Forbidden, whole: false)),
        Bank => BankNames.Select(name => new FieldPattern(name, FieldVerdict.Forbidden, whole: false)),
        Content => ContentNames.Select(name => new FieldPattern(name, FieldVerdict.ForbiddenText, whole: true)),
        _ => [new FieldPattern(string.Join(' ', FieldWords.Split(word)), FieldVerdict.Forbidden, whole: false)],
    };
}
