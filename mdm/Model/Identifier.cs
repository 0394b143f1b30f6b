namespace IntegrationHub.Mdm.Model;

/// <summary>How a system names the citizen: <c>(franceconnect:client-id, sub)</c>, <c>(finance, 0012345)</c>.</summary>
/// <param name="System">The naming system, unique within the registry.</param>
/// <param name="Value">The identifier, compared ordinally.</param>
/// <param name="Verified">True only when the hub itself checked the proof.</param>
public sealed record Identifier(string System, string Value, bool Verified = false);
