namespace IntegrationHub.Connectors.Crm.Dataverse;

/// <summary>What becomes of the contact of an erased person.</summary>
public enum DataverseErasure
{
    /// <summary>The contact is deleted; Dynamics decides what follows for its activities.</summary>
    Delete,

    /// <summary>Every column that says who it was is cleared, the contact stays, inactive: for a CRM that must keep its statistics or its files.</summary>
    Anonymise,
}
