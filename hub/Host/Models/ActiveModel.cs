using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Host.Models;

/// <summary>The match model in force and what it sees of a citizen: they change together.</summary>
internal sealed class ActiveModel(MatchModel model, SurvivorshipPolicy policy)
{
    public MatchModel Model => model;

    public MatchProjection Projection { get; } = new(model, policy.Blocked);
}
