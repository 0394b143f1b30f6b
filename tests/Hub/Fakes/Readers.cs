using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Hub.Fakes;

/// <summary>Readers with the contracts tests need.</summary>
internal static class Readers
{
    public static AccessContract Contract(Scope? attributes = null, Scope? sources = null) => new()
    {
        Name = "portal",
        Controller = Siret.Parse("21330063500017"),
        Purpose = "school-enrolment",
        LegalBasis = LegalBasis.PublicTask,
        Attributes = attributes ?? Scope.All,
        Sources = sources ?? Scope.All,
    };

    public static ContractReader Of(IRegistryReader registry, IOperationsStore operations, Scope? attributes = null, Scope? sources = null) =>
        Of(registry, operations, Contract(attributes, sources));

    public static ContractReader Of(IRegistryReader registry, IOperationsStore operations, AccessContract contract) => new(
        registry,
        new ContractView(contract, new SurvivorshipEngine(SurvivorshipPolicy.French())),
        new AccessLog(operations, TimeProvider.System, NullLogger.Instance),
        "key-1");
}
