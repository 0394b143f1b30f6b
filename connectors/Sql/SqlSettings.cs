using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Sql;

/// <summary>Settings of the <c>sql</c> connector.</summary>
public sealed record SqlSettings
{
    [Setting("Système de base de données", "Database system")]
    public required SqlProvider Provider { get; init; }

    [Setting("Chaîne de connexion, sans mot de passe", "Connection string, without the password")]
    public required string Connection { get; init; }

    [Setting("Mot de passe", "Password")]
    public Secret? Password { get; init; }

    [Setting("Vue ou table, avec son schéma : compta.v_tiers", "View or table, with its schema: compta.v_tiers")]
    public string? View { get; init; }

    [Setting("Requête SELECT, au lieu d’une vue", "SELECT query, instead of a view")]
    public string? Query { get; init; }

    [Setting("Colonnes de la clé", "Key columns")]
    public required IReadOnlyList<string> Key { get; init; }

    [Setting("Colonne qui croît à chaque changement (date ou numéro) ; absente : tout est relu", "Column that grows with every change (date or number); absent: all is read again")]
    public string? Cursor { get; init; }

    [Setting("Secondes relues avant la dernière date vue", "Seconds read again before the last date seen", Minimum = 0)]
    public int LookBackSeconds { get; init; } = 600;

    [Setting("Numéros relus avant le dernier vu", "Numbers read again before the last one seen", Minimum = 0)]
    public int LookBackNumbers { get; init; } = 100;

    [Setting("Suppressions : none, flag (colonne) ou compare (comparaison de toutes les clés)", "Deletions: none, flag (column) or compare (of all keys)")]
    public SqlDeletions Deletions { get; init; } = SqlDeletions.None;

    [Setting("Colonne qui marque une suppression", "Column that marks a deletion")]
    public string? DeletedColumn { get; init; }

    [Setting("Valeurs de cette colonne qui disent supprimé", "Values of that column that say deleted")]
    public IReadOnlyList<string> DeletedValues { get; init; } = ["1", "true", "O", "Y"];

    [Setting("Enregistrements par page", "Records per page", Minimum = 1, Maximum = 100_000)]
    public int PageSize { get; init; } = 1000;

    [Setting("Secondes avant d’abandonner une requête", "Seconds before a query is given up", Minimum = 1, Maximum = 3600)]
    public int TimeoutSeconds { get; init; } = 60;
}
