namespace IntegrationHub.Host.Rights;

/// <summary>The closed list of reasons, by action: what the articles name, so that the register can be counted and never holds a story.</summary>
public static class RightsReasons
{
    private static readonly Dictionary<RightsAction, string[]> Known = new()
    {
        // Article 15, and its exercise through somebody else.
        [RightsAction.Access] = ["person-asks", "representative-asks"],
        // Article 18(1)(a) to (d).
        [RightsAction.Restriction] = ["accuracy-contested", "unlawful", "legal-claim", "objection-pending"],
        // Article 18(3).
        [RightsAction.Release] = ["ground-ended", "person-agrees", "mistake"],
        // Article 17(1)(a) to (e).
        [RightsAction.Erasure] = ["no-longer-needed", "consent-withdrawn", "objection", "unlawful", "legal-obligation"],
        [RightsAction.Death] = ["civil-registry", "insee-file", "certificate"],
        [RightsAction.DeathWithdrawal] = ["mistake", "court-decision"],
    };

    public static IReadOnlyList<string> Of(RightsAction action) => Known[action];
}
