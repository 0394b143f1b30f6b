using System.Globalization;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>One training: settings with rules and frequencies in, a model out.</summary>
internal sealed class TrainingRun(ModelSettings settings, Population population, PairSampler sampler, List<(int A, int B)> random, IReadOnlyList<RuleCost> costs)
{
    private const double LeastMatches = 8;

    /// <summary>u is measured again without the pairs found to be one person, and everything fitted again, so often.</summary>
    private const int Passes = 2;

    /// <summary>Households so few against matches explain nothing better than slips do: the file has none, and slips are learned as slips.</summary>
    private const double FewHouseholds = 1 / 8.0;

    private const double NoHouseholds = 1e-9;

    /// <summary>Surnames, places and contacts are what a household shares; an identifier may be the household's, too, and whether it is shows in the file.</summary>
    private static readonly string[] Apart = ["givenName", "sex", "birthDate"];

    private LevelShares[][] _template = [.. settings.Comparisons.Select(c => c.Shares)];

    public TrainingOutcome Go(CancellationToken cancellationToken)
    {
        var observer = new PairObserver(settings.Comparisons);
        // Two known names are two names and no slip: with less knowledge than candidates are read with, u of "near" would count what those call "feminine".
        var strangers = Observe(observer, random, Knowing(settings), frequencies: false, cancellationToken);
        var u = Strangers.Measure(strangers, _template, null);
        _template = ByChance(u);
        var tuned = settings with { Frequencies = References.Set(settings, u) };
        var vocabulary = Knowing(tuned);
        var (pairs, drawn) = sampler.Candidates(new KeyMaker(settings.Blocking, settings.RefinedKeys), population.Vocabulary);
        var candidates = Observe(observer, pairs, vocabulary, frequencies: true, cancellationToken);
        var all = (double)drawn * (population.Count - 1);
        var start = new Shares(With(u), Math.Pow(2, settings.Prior / 1000.0), Math.Pow(2, settings.Kinship / 1000.0));
        var ceilings = new Ceilings(settings.Comparisons);
        var (shares, rounds, converged) = Fit(ceilings, candidates, strangers, all, start, cancellationToken);
        if (ceilings.AreReached(shares))
        {
            (shares, var more, converged) = Fit(new Ceilings(settings.Comparisons, few: true), candidates, strangers, all, start, cancellationToken);
            rounds += more;
        }

        // Each pair of two drawn records was seen from both ends.
        var curve = ThresholdChoice.Curve(candidates, shares, population.Count / (2.0 * drawn));
        var report = new TrainingReport(population.Count, random.Count, pairs.Count, rounds, converged,
            shares.Match * population.Count * (population.Count - 1) / 2, curve, costs);
        return report.ExpectedMatches < LeastMatches ? new(null, TrainingProblem.TooFewMatches, report)
            : !converged ? new(null, TrainingProblem.NotConverged, report)
            : new(Model(tuned, shares, report, ThresholdChoice.Choose(curve, population.Count)), TrainingProblem.None, report);
    }

    private (Shares Shares, int Rounds, bool Converged) Fit(Ceilings ceilings, PairGroups candidates, PairGroups strangers, double all, Shares shares, CancellationToken cancellationToken)
    {
        int[] apart = [.. Enumerable.Range(0, settings.Comparisons.Count).Where(c => Apart.Contains(settings.Comparisons[c].Comparator.Name))];
        var expectation = new Expectation(_template, apart, ceilings);
        var rounds = 0;
        for (var pass = 0; pass < Passes; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (shares, var more, _) = expectation.Fit(candidates, all, shares);
            rounds += more;
            if (shares.Kin < FewHouseholds * shares.Match)
            {
                shares = new Shares(shares.Levels, shares.Match, NoHouseholds);
                expectation = new Expectation(_template, apart, ceilings, households: false);
            }

            var u = Strangers.Measure(strangers, _template, shares);
            shares = new Shares([.. shares.Levels.Select((c, i) => c.Select((l, j) => l with { U = u[i][j] }).ToArray())], shares.Match, shares.Kin);
        }

        (shares, var last, var converged) = expectation.Fit(candidates, all, shares);
        return (shares, rounds + last, converged);
    }

    private PairGroups Observe(PairObserver observer, List<(int A, int B)> pairs, Vocabulary vocabulary, bool frequencies, CancellationToken cancellationToken)
    {
        var seen = new (ulong, int)[pairs.Count];
        Parallel.For(0, pairs.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            var (pattern, frequency) = observer.Observe(population.Rows[pairs[i].A].Span, population.Rows[pairs[i].B].Span, vocabulary);
            seen[i] = (pattern, frequencies ? frequency : 0);
        });
        return new PairGroups(seen);
    }

    /// <summary>The population's values with what the settings' frequencies say of them.</summary>
    private Vocabulary Knowing(ModelSettings of) =>
        new MatchModel(of with { Comparisons = [], Vetoes = [], Identity = [] }).Adjusted(population.Vocabulary);

    /// <summary>What strangers agree on by chance relatives do, too: where every tenth man is a Pierre, cousins are. Without it they are taken for one person with another date.</summary>
    private LevelShares[][] ByChance(double[][] u) =>
        [.. _template.Select((levels, c) => settings.Comparisons[c].Comparator is GivenNameComparator ? ByChance(levels, u[c]) : levels)];

    private static LevelShares[] ByChance(LevelShares[] levels, double[] u)
    {
        double[] kin = [.. levels.Select((l, i) => Math.Max(l.Kin, u[i]))];
        return [.. levels.Select((l, i) => l with { Kin = kin[i] / kin.Sum() })];
    }

    private LevelShares[][] With(double[][] u) => [.. _template.Select((c, i) => c.Select((l, j) => l with { U = u[i][j] }).ToArray())];

    private MatchModel Model(ModelSettings tuned, Shares shares, TrainingReport report, (int Review, int Link) thresholds)
    {
        var trained = tuned with
        {
            Comparisons = [.. tuned.Comparisons.Select((c, i) => Rounding.Of(c, shares.Levels[i]))],
            Vetoes = [.. tuned.Vetoes.Where(v => !Nature.IsCommon(v, settings.Comparisons, shares))
                .Select(v => Nature.Excused(v, settings.Comparisons, shares) with { Everywhere = v.Everywhere || Nature.MayStandBehind(v, shares, report) })],
            Review = thresholds.Review,
            Link = thresholds.Link,
            Prior = (int)Math.Round(1000 * Math.Log2(shares.Match)),
            Kinship = (int)Math.Round(1000 * Math.Log2(shares.Kin)),
            Training = new Dictionary<string, string>
            {
                ["records"] = report.Records.ToString(CultureInfo.InvariantCulture),
                ["randomPairs"] = report.RandomPairs.ToString(CultureInfo.InvariantCulture),
                ["candidatePairs"] = report.CandidatePairs.ToString(CultureInfo.InvariantCulture),
                ["rounds"] = report.Rounds.ToString(CultureInfo.InvariantCulture),
                ["fingerprint"] = population.Fingerprint(),
            },
        };
        return MatchModel.Parse(ModelWriter.Write(trained), "trained.yaml");
    }
}
