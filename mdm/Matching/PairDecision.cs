namespace IntegrationHub.Mdm.Matching;

/// <summary>A steward's word on two records; it outranks any score and may name records not arrived yet.</summary>
public sealed record PairDecision(long Id, MatchKey A, MatchKey B, bool Same);
