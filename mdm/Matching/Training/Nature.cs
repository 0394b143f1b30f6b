using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Whether pairs that a veto is about may be what nature makes of two people, or are one person's slips.</summary>
/// <remarks>Training on a file without households learns from its twins that one person's given names may be quite other ones: nothing else of the pair differs.
/// How many such pairs it took for one person's is known, and how many twins a population has; where these may be a good part of those, nobody should join them unasked.</remarks>
internal static class Nature
{
    private const double GoodPart = 0.2;

    /// <summary>One person's pairs that may look like strangers' before a veto about strangers says nothing of them.</summary>
    private const double Common = 0.1;

    /// <summary>A number that so many of a household's pairs share is the household's, as an allowance file's is: it says nothing about which of twins somebody is.</summary>
    private const double OfHousehold = 0.1;

    /// <summary>Whether what a veto about strangers goes by is common among one person's pairs: in histories a place is a village, its county or its country, and another word is no other place.</summary>
    /// <param name="veto">One about families or identifiers never falls.</param>
    /// <param name="comparisons">The model's.</param>
    /// <param name="shares">What training learned.</param>
    public static bool IsCommon(Veto veto, IReadOnlyList<ComparisonSetting> comparisons, Shares shares) =>
        !veto.AmongKin && !veto.When.Any(when => comparisons[when.Comparison].Comparator is IdentifierComparator) && Reached(veto, shares) >= Common;

    /// <summary>The veto without the exception for a same identifier, where training found the identifier to be a household's.</summary>
    public static Veto Excused(Veto veto, IReadOnlyList<ComparisonSetting> comparisons, Shares shares) => veto with
    {
        Unless = [.. veto.Unless.Where(unless => comparisons[unless.Comparison].Comparator is not IdentifierComparator || shares.Levels[unless.Comparison][IdentifierComparator.Same].Kin < OfHousehold)],
    };

    public static bool MayStandBehind(Veto veto, Shares shares, TrainingReport report) =>
        veto.ByNature * report.Records > GoodPart * report.ExpectedMatches * Reached(veto, shares);

    /// <summary>The share of one person's pairs that show all a veto goes by.</summary>
    private static double Reached(Veto veto, Shares shares) =>
        veto.When.Aggregate(1.0, (share, when) => share * shares.Levels[when.Comparison].Where((_, level) => (when.Levels >> level & 1) != 0).Sum(level => level.M));
}
