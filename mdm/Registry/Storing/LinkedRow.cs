using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>What a record says beside citizens: replaced whole with its record.</summary>
/// <param name="RecordId">The record that says it.</param>
/// <param name="Organisations">With their part keys.</param>
/// <param name="Relationships">Between parts of the record.</param>
/// <param name="Items">By reference only.</param>
public sealed record LinkedRow(
    int RecordId,
    IReadOnlyList<OrganisationPart> Organisations,
    IReadOnlyList<Relationship> Relationships,
    IReadOnlyList<LinkedItem> Items);
