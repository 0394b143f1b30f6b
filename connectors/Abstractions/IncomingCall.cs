namespace IntegrationHub.Connectors.Abstractions;

/// <summary>An HTTP call as it arrived: the body untouched, so that a signature over it can be checked.</summary>
public sealed record IncomingCall
{
    /// <summary>Upper case: <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Path below the connection's own address, without query.</summary>
    public required string Path { get; init; }

    /// <summary>By name, ignoring case; several values are joined with a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    public required ReadOnlyMemory<byte> Body { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
