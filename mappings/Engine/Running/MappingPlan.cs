using IntegrationHub.Mappings.Engine.Expressions;

namespace IntegrationHub.Mappings.Engine.Running;

/// <summary>Everything a compiled mapping runs, in order.</summary>
internal sealed record MappingPlan(
    RowShape Shape,
    IReadOnlyList<CitizenSection> Citizens,
    IReadOnlyList<OrganisationSection> Organisations,
    IReadOnlyList<RelationshipSection> Relationships,
    IReadOnlyList<LinkedItemSection> LinkedItems,
    Expression? ChangedAt);
