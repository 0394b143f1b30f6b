namespace IntegrationHub.Connectors.Sandbox.Town;

/// <summary>The source systems of the town hall, each with its own habits.</summary>
public enum TownSystem
{
    /// <summary>Contacts of the citizen-relations CRM: everybody the front desk ever met; the birth name is known for some.</summary>
    Crm,

    /// <summary>Accounts of the portal, from FranceConnect: checked identities, once a person.</summary>
    Portail,

    /// <summary>Third parties of finance: one "NOM PRENOM" column in capitals cut at 38, no birth dates, companies among the people.</summary>
    Finance,

    /// <summary>Documents: usage names only, a birth date for many, several documents a person.</summary>
    Ged,

    /// <summary>Signature requests: one or two signers with name, e-mail and phone.</summary>
    Signature,

    /// <summary>Households of the school software: parents and children in one record.</summary>
    Famille,
}
