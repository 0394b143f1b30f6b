namespace IntegrationHub.Connectors.Identity.Ldap;

/// <summary>An entry as it is handed on.</summary>
/// <param name="Changed">As the directory orders it: <c>20260105101500Z</c>, and the change number where the directory keeps one.</param>
internal sealed record LdapEntry(string Key, DateTimeOffset ChangedAt, string Changed, byte[] Body);
