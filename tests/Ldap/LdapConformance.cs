using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Identity.Ldap;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Ldap;

public sealed class LdapConformance(Slapd server) : SourceConformance, IClassFixture<Slapd>
{
    protected override Connector Connector { get; } = new LdapConnector();

    protected override object Settings => server.Settings;

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("nobody there", server.Settings with { Port = 1 }, FailureKind.Passing),
        new("wrong password", server.Settings with { Password = new Secret(server.WrongPassword) }, FailureKind.Denied),
        new("a password that is not there", server.Settings with { Password = new Secret("env:HUB_TEST_NO_SUCH") }, FailureKind.Denied),
        new("no such base", server.Settings with { Base = "ou=nobody,dc=mairie,dc=example" }, FailureKind.Denied),
        new("a broken filter", server.Settings with { Filter = "((" }, FailureKind.Denied),
        new("no encryption offered", server.Settings with { Security = LdapSecurity.StartTls }, FailureKind.Denied),
        new("a password in clear text", server.Settings with { Host = "annuaire.mairie.example" }, FailureKind.Denied),
    ];

    protected override IReadOnlyList<string> Confidential => ["s3cret", "Durand", "agent1@", Planted.Nir, Planted.Iban];
}
