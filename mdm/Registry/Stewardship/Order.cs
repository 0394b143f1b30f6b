namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>Who gives an order, and why.</summary>
/// <param name="By">The steward's account id, or <c>takeover:NAME</c>.</param>
/// <param name="Reason">Reason code chosen by the steward; never a value.</param>
public sealed record Order(string By, string? Reason = null);
