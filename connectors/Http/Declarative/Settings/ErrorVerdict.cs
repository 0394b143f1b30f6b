namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>What an answer means.</summary>
public enum ErrorVerdict
{
    /// <summary>Retry.</summary>
    Passing,

    /// <summary>Retry, not before the time the system or the rule says.</summary>
    Throttled,

    /// <summary>Stop the connection.</summary>
    Denied,

    /// <summary>The request is refused.</summary>
    Refused,

    /// <summary>No failure: there is nothing to read.</summary>
    Empty,

    /// <summary>No failure: the answer is read; for a rule that stands before one on any other value.</summary>
    Success,

    /// <summary>The token has run out: get another, once.</summary>
    TokenExpired,
}
