namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>A column of the contact table.</summary>
/// <param name="Length">Most characters of a text; largest value of a choice.</param>
internal sealed record DataverseColumn(string Name, DataverseKind Kind, int Length = 0);
