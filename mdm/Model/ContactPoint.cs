namespace IntegrationHub.Mdm.Model;

/// <summary>An e-mail address (lower case) or a phone number (E.164; as written where another country's comes without its code) of a citizen.</summary>
/// <param name="Value">The address or number in canonical form.</param>
/// <param name="Usage">What the source says it is for: home, work, mobile; null when it says nothing.</param>
public sealed record ContactPoint(string Value, string? Usage = null);
