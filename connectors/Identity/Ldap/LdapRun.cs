using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Identity.Ldap;

/// <summary>What one run found.</summary>
/// <param name="Entries">New or changed, oldest first.</param>
/// <param name="Keys">All keys of the directory; null where deletions are not looked for.</param>
internal sealed record LdapRun(IReadOnlyList<LdapEntry> Entries, IReadOnlyList<RejectedRecord> Rejected, IReadOnlySet<string>? Keys);
