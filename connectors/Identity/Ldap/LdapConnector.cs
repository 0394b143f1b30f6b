using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Identity.Ldap;

/// <summary>An LDAP directory of the town hall's staff (OpenLDAP, Active Directory). Staff never become citizens: the mapping that ships makes them linked items without an owner.</summary>
public sealed class LdapConnector : Connector
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "ldap",
        Title = new LocalText("Annuaire LDAP des agents", "LDAP directory of staff"),
        Version = "1.0",
        Families = ["identity"],
        Contracts = Contract.Source,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("LDAP v3 (OpenLDAP, Active Directory)", "LDAP v3 (OpenLDAP, Active Directory)"),
            Reads = new LocalText("Agents de la collectivité, jamais des usagers", "Staff of the authority, never citizens"),
            Tested = new LocalText("Kit de conformité contre un serveur OpenLDAP réel (slapd)", "Conformance kit against a real OpenLDAP server (slapd)"),
            NotTested = new LocalText("Active Directory : aucun dans les tests", "Active Directory: none in the tests"),
        },
        Settings = typeof(LdapSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        object settings, ConnectionContext context, CheckDepth upTo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var depth in Manifest.Checks.Where(depth => depth <= upTo))
        {
            var result = new CheckResult(depth, await Task.Run(() => Check(depth, (LdapSettings)settings, cancellationToken), cancellationToken));
            yield return result;
            if (!result.Passed)
            {
                yield break;
            }
        }
    }

    protected override ISource CreateSource(object settings, ConnectionContext context) => new LdapSource((LdapSettings)settings, context);

    private static Failure? Check(CheckDepth depth, LdapSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            using var directory = new LdapDirectory(settings);
            var missing = directory.SignIn();
            if (missing is null && depth == CheckDepth.ReadOne)
            {
                directory.ReadOne(cancellationToken);
            }

            return depth == CheckDepth.Reach ? null : missing;
        }
        catch (Exception error) when (LdapFailures.IsOurs(error))
        {
            var failure = LdapFailures.Of(error);
            return depth == CheckDepth.Reach && failure.Kind == FailureKind.Denied ? null : failure; // it answers, if only to refuse
        }
    }
}
