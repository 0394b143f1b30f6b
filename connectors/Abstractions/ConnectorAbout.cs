namespace IntegrationHub.Connectors.Abstractions;

/// <summary>What an architect asks of a connector before trusting it.</summary>
public sealed record ConnectorAbout
{
    /// <summary>Products, protocols and versions it was written for.</summary>
    public required LocalText Speaks { get; init; }

    /// <summary>Null when it reads nothing.</summary>
    public LocalText? Reads { get; init; }

    /// <summary>Null when it writes nothing.</summary>
    public LocalText? Writes { get; init; }

    /// <summary>Against what its tests run.</summary>
    public required LocalText Tested { get; init; }

    /// <summary>What no test has met, and why.</summary>
    public required LocalText NotTested { get; init; }
}
