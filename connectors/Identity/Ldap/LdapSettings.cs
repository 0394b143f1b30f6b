using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Identity.Ldap;

/// <summary>Settings of the <c>ldap</c> connector.</summary>
public sealed record LdapSettings
{
    [Setting("Serveur", "Server")]
    public required string Host { get; init; }

    [Setting("Port ; absent : 389, ou 636 en ldaps", "Port; absent: 389, or 636 for ldaps", Minimum = 1, Maximum = 65535)]
    public int? Port { get; init; }

    [Setting("Protection : start-tls, ldaps ou none", "Protection: start-tls, ldaps or none")]
    public LdapSecurity Security { get; init; } = LdapSecurity.StartTls;

    [Setting("Compte (nom distinctif) ; absent : anonyme", "Account (distinguished name); absent: anonymous")]
    public string? Account { get; init; }

    [Setting("Mot de passe", "Password")]
    public Secret? Password { get; init; }

    [Setting("Base de la recherche", "Base of the search")]
    public required string Base { get; init; }

    [Setting("Filtre", "Filter")]
    public string Filter { get; init; } = "(objectClass=inetOrgPerson)";

    [Setting("Attributs lus", "Attributes read")]
    public IReadOnlyList<string> Attributes { get; init; } = ["uid", "cn", "sn", "givenName", "mail", "telephoneNumber", "employeeNumber", "departmentNumber", "title"];

    [Setting("Attribut qui forme la clé (objectGUID pour Active Directory)", "Attribute that forms the key (objectGUID for Active Directory)")]
    public string Key { get; init; } = "entryUUID";

    [Setting("Attribut de la date de modification (whenChanged pour Active Directory)", "Attribute of the date of change (whenChanged for Active Directory)")]
    public string Changed { get; init; } = "modifyTimestamp";

    [Setting("Secondes relues avant la dernière date vue", "Seconds read again before the last date seen", Minimum = 0, Maximum = 86_400)]
    public int LookBackSeconds { get; init; } = 60;

    [Setting("Dire supprimée une entrée qui n’est plus là", "Tell an entry that is no longer there as deleted")]
    public bool Deletions { get; init; } = true;

    [Setting("Entrées par page", "Entries per page", Minimum = 1, Maximum = 10_000)]
    public int PageSize { get; init; } = 500;

    [Setting("Secondes avant d’abandonner une demande", "Seconds before a request is given up", Minimum = 1, Maximum = 600)]
    public int TimeoutSeconds { get; init; } = 30;
}
