namespace IntegrationHub.Host.Quality;

/// <summary>A link the matcher made by itself, drawn at random for a steward to judge. Parts by number: the number says nothing once a person is erased.</summary>
/// <param name="Id">Grows with time.</param>
/// <param name="PartA">One record's part.</param>
/// <param name="PartB">The other's.</param>
/// <param name="SourceA">Connection of the one.</param>
/// <param name="SourceB">Connection of the other.</param>
/// <param name="Weight">Match weight when it was drawn, thousandths of a bit.</param>
/// <param name="DrawnAt">When.</param>
/// <param name="DrawnBy">Account.</param>
/// <param name="Same">One person, says the steward; null while open.</param>
/// <param name="By">Who judged.</param>
/// <param name="At">When it was judged.</param>
/// <param name="Model">The model that made the link; null in those drawn before this was kept.</param>
/// <param name="Parted">The decision by which a steward had the two records parted, in force unless undone.</param>
public sealed record LinkAudit(
    string Id, int PartA, int PartB, string SourceA, string SourceB, int Weight, DateTimeOffset DrawnAt, string DrawnBy,
    bool? Same = null, string? By = null, DateTimeOffset? At = null, string? Model = null, long? Parted = null);
