namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>What a column takes.</summary>
internal enum DataverseKind
{
    Text,
    Choice,
    Whole,
    Date,
    Flag,

    /// <summary>Set by the server alone.</summary>
    Own,
}
