namespace IntegrationHub.Connectors.Sandbox.Faults;

/// <summary>Ways in which a foreign system misbehaves.</summary>
public enum FaultKind
{
    /// <summary>Answers, two seconds late.</summary>
    Slow,

    /// <summary>Never answers.</summary>
    Timeout,

    /// <summary>Cuts the connection in the middle of the answer.</summary>
    Cut,

    /// <summary>Carries the request out, then cuts the connection before the answer.</summary>
    LostAnswer,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>429 with <c>Retry-After: 1</c>.</summary>
    TooManyRequests,

    /// <summary>429 with <c>Retry-After: 120</c>: longer than anybody waits inside a request.</summary>
    LongThrottle,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>503 without a word when to come back.</summary>
    Unavailable,

    /// <summary>200 with a page that is neither JSON nor XML.</summary>
    Garbage,

    /// <summary>Answers a GET with the answer to the GET before.</summary>
    DuplicatePage,

    /// <summary>The last record but one becomes visible only when this fault is gone: its transaction was slow.</summary>
    LateCommit,
}
