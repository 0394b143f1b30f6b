using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Crm.Dataverse;

/// <summary>A table of Dataverse. The base address goes down to the version: <c>https://mairie.api.crm12.dynamics.com/api/data/v9.2</c>.</summary>
public sealed record DataverseSettings : HttpSettings
{
    [Setting("Jeu d’entités lu", "Entity set that is read")]
    public string Table { get; init; } = "contacts";

    [Setting("Colonne de l’identifiant", "Column of the id")]
    public string Id { get; init; } = "contactid";

    [Setting("Colonnes lues", "Columns that are read")]
    public IReadOnlyList<string> Columns { get; init; } =
    [
        "contactid", "salutation", "lastname", "firstname", "gendercode", "birthdate", "emailaddress1", "emailaddress2", "telephone1", "mobilephone",
        "address1_line1", "address1_line2", "address1_postalcode", "address1_city", "address1_country", "donotemail", "donotbulkemail", "donotphone", "donotpostalmail", "statecode", "createdon", "modifiedon",
    ];

    [Setting("Lignes par page", "Rows a page", Minimum = 1, Maximum = 5000)]
    public int PageSize { get; init; } = 1000;

    [Setting("Écriture", "Writing")]
    public DataverseWriteSettings Write { get; init; } = new();
}
