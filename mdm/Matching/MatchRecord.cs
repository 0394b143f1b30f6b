namespace IntegrationHub.Mdm.Matching;

/// <summary>What the matcher sees of one person in one source record.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Values">Values by field, in the order of <see cref="MatchModel.Fields"/>; an empty list is "not said", and silent.</param>
/// <param name="ReviewOnly">The identity's status forbids automatic links (doubtful, fictitious, anonymous…).</param>
public sealed record MatchRecord(MatchKey Key, IReadOnlyList<string>[] Values, bool ReviewOnly = false)
{
    /// <summary>Its normal form, where <see cref="MatchModel.Draft"/> made it ahead; good for the model that made it.</summary>
    internal DraftedRow? Drafted { get; init; }
}
