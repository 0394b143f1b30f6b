using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Identity.Ldap;

/// <summary>How the way to the directory is protected.</summary>
public enum LdapSecurity
{
    /// <summary>Begins in clear text and is encrypted before the account is sent (RFC 4511, section 4.14).</summary>
    [JsonStringEnumMemberName("start-tls")]
    StartTls,

    /// <summary>Encrypted from the first byte, port 636.</summary>
    Ldaps,

    /// <summary>Not at all: on the machine itself only.</summary>
    None,
}
