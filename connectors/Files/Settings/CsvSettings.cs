using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Files.Settings;

/// <summary>Settings of the <c>csv</c> connector.</summary>
public sealed record CsvSettings : FileSettings
{
    [Setting("Séparateur ; absent : reconnu", "Delimiter; absent: recognised")]
    public string? Delimiter { get; init; }

    [Setting("Guillemet ; absent : reconnu", "Quote; absent: recognised")]
    public string? Quote { get; init; }

    [Setting("Encodage", "Encoding")]
    public TextEncoding Encoding { get; init; } = TextEncoding.Auto;

    [Setting("Noms des colonnes d’un fichier sans en-tête", "Column names of a file without a header")]
    public IReadOnlyList<string> Columns { get; init; } = [];

    [Setting("Colonnes laissées hors de l’empreinte de la ligne", "Columns left out of the row's hash")]
    public IReadOnlyList<string> HashOmits { get; init; } = [];
}
