using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>The catalogue of survivorship rules: one line each. A new rule is one more line.</summary>
internal static class SurvivorshipRules
{
    public static readonly IReadOnlyList<SurvivorshipRule> All =
    [
        // Only what the hub itself checked counts as verified; pushed claims are declared whatever they say.
        new("verified-level", static (c, _) => c.IsOverride || c.From.Verification < VerificationLevel.FranceConnect ? 0 : (long)c.From.Verification),
        new("override", static (c, _) => c.IsOverride ? 1 : 0),
        new("source-trust", static (c, contest) => c.Source is { } source ? Trust(c, source, contest) : 0),
        new("recency", static (c, _) => c.At?.UtcTicks / TimeSpan.TicksPerMicrosecond ?? 0),
        new("frequency", static (c, contest) => contest.Saying(c.ValueKey), OfValue: true),
        new("completeness", static (c, contest) => contest.Attribute.Completeness(c.From), OfValue: true),
    ];

    /// <summary>Provenance where no rule had to decide.</summary>
    public const string OnlySource = "only-source";
    public const string Unanimous = "unanimous";
    public const string StableTie = "stable-tie";

    private static long Trust(Candidate candidate, PartKey source, Contest contest)
    {
        var at = candidate.At ?? contest.Oldest;
        var years = contest.Newest is { } newest && at is { } said ? (long)((newest - said).TotalDays / 365.25) : 0;
        return contest.Trust.Of(source.Record.Connection) - (years * contest.Trust.DecayPerYear);
    }
}
