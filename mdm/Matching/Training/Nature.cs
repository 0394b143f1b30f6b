using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Whether pairs that a veto is about may be what nature makes of two people, or are one person's slips.</summary>
/// <remarks>Training on a file without households learns from its twins that one person's given names may be quite other ones: nothing else of the pair differs.
/// How many such pairs it took for one person's is known, and how many twins a population has; where these may be a good part of those, nobody should join them unasked.</remarks>
internal static class Nature
{
    private const double GoodPart = 0.2;

    public static bool MayStandBehind(Veto veto, Shares shares, TrainingReport report)
    {
        var taken = veto.When.Aggregate(report.ExpectedMatches, (pairs, when) => pairs * shares.Levels[when.Comparison].Where((_, level) => (when.Levels >> level & 1) != 0).Sum(level => level.M));
        return veto.ByNature * report.Records > GoodPart * taken;
    }
}
