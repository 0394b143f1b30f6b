namespace IntegrationHub.Connectors.Crm.Dataverse;

/// <summary>What becomes of a contact that is no concern of the subscription any more.</summary>
public enum DataverseLeaving
{
    Deactivate,
    Delete,

    /// <summary>It stays as it is.</summary>
    Keep,
}
