using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Enriching;

/// <summary>A person who may be asked about.</summary>
/// <param name="View">What the answering system may be told.</param>
/// <param name="Answers">Keys of the answers that stand behind the person.</param>
internal sealed record PersonToAsk(CitizenView View, IReadOnlyList<string> Answers);
