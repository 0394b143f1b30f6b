using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Host.Access;

/// <summary>What a person of each role may see, and for which purpose: the same contract form that applications have.</summary>
public sealed class RoleContracts(Siret controller)
{
    private static readonly Scope Nothing = Scope.Of();

    private static readonly Scope AtTheDesk = Scope.Of(
        "birthName", "usageName", "givenNames", "usedGivenName", "formerNames", "sex", "birthDate", "birthPlace", "emails", "phones", "addresses", "death");

    public AccessContract Of(string account, Role role) => new()
    {
        Name = account,
        Controller = controller,
        Roles = new HashSet<Role> { role },
        LegalBasis = role == Role.Dpo ? LegalBasis.LegalObligation : LegalBasis.PublicTask,
        Purpose = role switch
        {
            Role.Steward => "registry-quality",
            Role.Agent => "front-desk",
            Role.Dpo => "data-subject-rights",
            Role.Auditor => "audit",
            _ => "operations",
        },
        Attributes = role switch { Role.Steward or Role.Dpo => Scope.All, Role.Agent => AtTheDesk, _ => Nothing },
        Sources = role is Role.Steward or Role.Dpo or Role.Agent ? Scope.All : Nothing,
    };
}
