namespace IntegrationHub.Connectors.Crm.Dataverse.Writing;

/// <summary>One operation of the Web API, sent alone or inside a batch.</summary>
/// <param name="Method">GET, POST, PATCH or DELETE.</param>
/// <param name="Path">Below the base address, escaped, with its query.</param>
/// <param name="Body">JSON; empty for none.</param>
internal sealed record DataverseRequest(HttpMethod Method, string Path, ReadOnlyMemory<byte> Body = default)
{
    /// <summary>Headers of this operation alone: <c>If-Match</c>, <c>Prefer</c>.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
