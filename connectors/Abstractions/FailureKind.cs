namespace IntegrationHub.Connectors.Abstractions;

/// <summary>The failure alone decides the next step.</summary>
public enum FailureKind
{
    /// <summary>Retry on the connection's schedule.</summary>
    Passing,

    /// <summary>Retry, but not before <see cref="Failure.NotBefore"/>.</summary>
    Throttled,

    /// <summary>Stop the connection and tell the architect.</summary>
    Denied,

    /// <summary>Park this record and go on.</summary>
    Refused,

    /// <summary>The brake stopped it: go on only after an architect approves.</summary>
    Held,
}
