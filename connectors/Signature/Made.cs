namespace IntegrationHub.Connectors.Signature;

/// <summary>What a system answers to something made; an answer without an id is none.</summary>
internal sealed record Made
{
    public required string Id { get; init; }
}
