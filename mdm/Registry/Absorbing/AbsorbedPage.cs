using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Absorbing;

/// <summary>What a committed page did.</summary>
/// <param name="Outcomes">One per record in page order, then one per quarantined row.</param>
/// <param name="Parts">The page's citizens that were created or updated, in key order.</param>
/// <param name="Changes">The change rows it committed.</param>
public sealed record AbsorbedPage(IReadOnlyList<RecordOutcome> Outcomes, IReadOnlyList<AbsorbedPart> Parts, IReadOnlyList<RegistryChange> Changes);
