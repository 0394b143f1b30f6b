using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Files.Drop;

/// <summary>Where files are dropped, and what they look like.</summary>
public sealed record DropSettings
{
    [Setting("Dossier où déposer ; il existe déjà", "Folder to drop into; it exists already")]
    public required string Folder { get; init; }

    [Setting("csv ou json (un objet par ligne)", "csv or json (one object a line)")]
    public DropFormat Format { get; init; } = DropFormat.Csv;

    [Setting("Colonnes du CSV, dans l’ordre : les champs de la correspondance", "Columns of the CSV, in order: the mapping's fields")]
    public IReadOnlyList<string> Columns { get; init; } = [];

    [Setting("Début du nom des fichiers", "Beginning of the files' names")]
    public string Name { get; init; } = "citizens";

    [Setting("Séparateur du CSV", "Separator of the CSV")]
    public string Separator { get; init; } = ";";

    [Setting("Enregistrements par fichier, au plus", "Records in a file, at most", Minimum = 1, Maximum = 100_000)]
    public int PageSize { get; init; } = 1000;

    [Setting("Millisecondes d’attente d’autres enregistrements avant de déposer", "Milliseconds to wait for further records before dropping", Minimum = 0, Maximum = 60_000)]
    public int GatherMilliseconds { get; init; } = 200;
}
