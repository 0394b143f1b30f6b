using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>How one try of a request ended: an answer, or a failure.</summary>
/// <param name="Response">Null when there was no answer, or its failure says all.</param>
/// <param name="Failure">Null when the answer is one.</param>
/// <param name="SystemFailed">The system as a whole, or the way to it, did not work: what a breaker counts.</param>
/// <param name="Unsent">It surely never reached the system, so that even a POST may be sent again.</param>
internal sealed record Attempt(HttpResponseMessage? Response, Failure? Failure, bool SystemFailed = false, bool Unsent = false);
