using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Files.Settings;

/// <summary>What every file source is told.</summary>
public abstract record FileSettings
{
    [Setting("Fichier, ou dossier surveillé", "File, or watched folder")]
    public required string Path { get; init; }

    [Setting("Modèle des noms de fichier dans le dossier", "Pattern of file names in the folder")]
    public string Pattern { get; init; } = "*";

    [Setting("Fichier complet (snapshot) ou seulement les changements (delta)", "Whole file (snapshot) or changes only (delta)")]
    public SnapshotMode Mode { get; init; } = SnapshotMode.Delta;

    [Setting("Colonnes qui forment la clé ; aucune : empreinte de la ligne", "Columns that form the key; none: hash of the row")]
    public IReadOnlyList<string> Key { get; init; } = [];

    [Setting("Lignes identiques sans clé : numérotées ou confondues", "Identical rows without a key: numbered or taken as one")]
    public IdenticalRows IdenticalRows { get; init; } = IdenticalRows.Numbered;

    [Setting("Enregistrements par page", "Records per page", Minimum = 1, Maximum = 100_000)]
    public int PageSize { get; init; } = 1000;

    [Setting("Taille maximale d’un enregistrement, en octets", "Largest record, in bytes", Minimum = 1024, Maximum = 1 << 28)]
    public int MaxRecordBytes { get; init; } = 1 << 20;

    [Setting("Secondes sans changement avant de prendre un fichier du dossier", "Seconds without a change before a file of the folder is taken", Minimum = 0)]
    public int SettleSeconds { get; init; } = 10;
}
