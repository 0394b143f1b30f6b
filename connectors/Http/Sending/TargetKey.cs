using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>What tells one target system from another: connections that agree on these share its breaker, its budget and its slots.</summary>
internal sealed record TargetKey(string Authority, RateLimit? Rate, int Concurrency, TimeProvider Time);
