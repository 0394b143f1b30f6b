namespace IntegrationHub.Mdm.Model;

/// <summary>A document, invoice, signature or request that concerns a citizen or organisation, by reference only.</summary>
/// <param name="System">The system that holds it.</param>
/// <param name="Kind">document, invoice, signature, request…</param>
/// <param name="Reference">Its reference in that system.</param>
/// <param name="Received">When it reached the town (silence means acceptance after a term).</param>
/// <param name="State">Its state in that system's words.</param>
/// <param name="OwnerPart">Part key of the citizen or organisation in the same record; null when it concerns nobody known.</param>
public sealed record LinkedItem(string System, string Kind, string Reference, DateTimeOffset? Received, string? State, string? OwnerPart);
