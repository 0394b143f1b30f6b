namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A one-time sign-in token, kept as a hash.</summary>
public sealed record TokenRow(byte[] Hash, string Account, string Role, DateTimeOffset ExpiresAt);
