namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>A part of a batch: one request, or the requests of a change set, each with its Content-ID.</summary>
internal sealed record DataversePart(bool IsChangeSet, IReadOnlyList<(DataverseCall Call, string? Id)> Calls);
