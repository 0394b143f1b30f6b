namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>A name seen lately, and what it is.</summary>
internal sealed record JudgedName(byte[] Name, FieldVerdict Verdict);
