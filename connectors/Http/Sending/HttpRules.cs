using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>A connector's own reading of answers, for systems that report errors inside HTTP 200, or answer an ordinary question with an error status.</summary>
/// <param name="reply">The whole answer.</param>
/// <param name="usual">What the status alone says; null for 2xx.</param>
/// <returns>The failure, or null when this is an answer. Code <see cref="HttpAnswer.TokenExpired"/> has the token renewed once and the request sent again.</returns>
public delegate Failure? HttpRules(HttpReply reply, Failure? usual);
