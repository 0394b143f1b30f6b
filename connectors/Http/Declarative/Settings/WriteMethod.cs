namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>How a record is changed there.</summary>
public enum WriteMethod
{
    /// <summary>Only the fields that differ.</summary>
    Patch,

    /// <summary>The whole record as it was read, with the fields that differ.</summary>
    Put,
}
