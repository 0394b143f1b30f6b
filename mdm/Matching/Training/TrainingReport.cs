namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>How training went: nothing in it names a value of the data.</summary>
/// <param name="Records">Records it saw.</param>
/// <param name="RandomPairs">Random pairs u comes from.</param>
/// <param name="CandidatePairs">Candidates m comes from.</param>
/// <param name="Rounds">Rounds of expectation–maximisation, all passes together.</param>
/// <param name="Converged">Weights stood still.</param>
/// <param name="ExpectedMatches">Pairs of one person it expects in the whole file.</param>
/// <param name="Curve">Expected quality by weight, heaviest first.</param>
/// <param name="Rules">What each blocking rule costs.</param>
public sealed record TrainingReport(
    int Records, long RandomPairs, long CandidatePairs, int Rounds, bool Converged, double ExpectedMatches,
    IReadOnlyList<ExpectedQuality> Curve, IReadOnlyList<RuleCost> Rules);
