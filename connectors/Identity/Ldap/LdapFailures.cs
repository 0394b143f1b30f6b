using System.DirectoryServices.Protocols;
using System.Globalization;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Identity.Ldap;

/// <summary>What a directory's answer means. Result codes: RFC 4511, appendix A; 81 and above are the client's own. Its messages are never repeated: they may hold names.</summary>
internal static class LdapFailures
{
    public static Failure Tls { get; } =
        new(FailureKind.Denied, "ldap.tls", "No encrypted connection came about: check that the directory offers it, and that the machine trusts its certificate authority.");

    public static Failure Of(Exception error) => error switch
    {
        TlsOperationException => Tls,
        LdapException ldap => Of(ldap.ErrorCode),
        DirectoryOperationException { Response.ResultCode: var result } => Of((int)result),
        _ => new Failure(FailureKind.Passing, "ldap.connection", $"The directory gave no usable answer ({error.GetType().Name}): the next run tries again."),
    };

    public static bool IsOurs(Exception error) => error is DirectoryException;

    private static Failure Of(int code)
    {
        var text = code.ToString(CultureInfo.InvariantCulture);
        return code switch
        {
            49 or 48 or 53 or 82 => new Failure(FailureKind.Denied, "ldap.sign-in", $"The directory does not accept the account ({text}): check its distinguished name and password."),
            50 => new Failure(FailureKind.Denied, "ldap.permission", "The account may not search here: give it the right to read, and no other."),
            32 or 34 => new Failure(FailureKind.Denied, "ldap.base", "There is no such base in the directory: check \"base\"."),
            87 or 18 or 21 => new Failure(FailureKind.Denied, "ldap.filter", "The directory does not understand the filter: check \"filter\"."),
            8 or 13 => new Failure(FailureKind.Denied, "ldap.security", "The directory wants an encrypted connection: set \"security\" to start-tls or ldaps."),
            4 or 11 => new Failure(FailureKind.Denied, "ldap.limit", "The directory gives this account only part of the entries: have its size limit raised; nothing of the part is taken."),
            91 or -11 => Tls,
            85 or 3 => new Failure(FailureKind.Passing, "ldap.timeout", "The directory took too long: the next run tries again."),
            _ => new Failure(FailureKind.Passing, "ldap.connection", $"The directory cannot be reached, or cut the connection ({text}): the next run tries again; check host, port and network if it lasts."),
        };
    }
}
