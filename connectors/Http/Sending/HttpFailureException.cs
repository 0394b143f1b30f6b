using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>Carries a failure value through a typed client and an iterator; the bases of this project turn it back into the value. It never leaves a connector.</summary>
public sealed class HttpFailureException : Exception
{
    public HttpFailureException(Failure failure) : base($"{failure.Code}: {failure.Detail}") => Failure = failure;

    public HttpFailureException() : this(new Failure(FailureKind.Passing, "http.failed", "the request failed")) { }

    public HttpFailureException(string message) : this(new Failure(FailureKind.Passing, "http.failed", message)) { }

    public HttpFailureException(string message, Exception innerException) : base(message, innerException) =>
        Failure = new Failure(FailureKind.Passing, "http.failed", message);

    public Failure Failure { get; }
}
