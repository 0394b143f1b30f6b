using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Training;

/// <summary>Trains a model on a population, without labels.</summary>
public static class ModelTrainer
{
    private const int LeastRecords = 60;

    private const int MostComparisons = 15;

    /// <summary>Trains on records made for <see cref="TrainingTemplate.Fields"/>. The outcome depends on the records, never on their order.</summary>
    /// <exception cref="InvalidOperationException">Two records bear one key.</exception>
    public static TrainingOutcome Train(IEnumerable<MatchRecord> records, CancellationToken cancellationToken = default) =>
        Train(InternedRecords.Of(TrainingTemplate.Reader, records, cancellationToken), cancellationToken);

    /// <summary>Trains on records interned for <see cref="TrainingTemplate.Reader"/>.</summary>
    /// <exception cref="ArgumentException">They were interned for other fields or junk values.</exception>
    /// <exception cref="InvalidOperationException">Two records bear one key: their order would decide what is sampled.</exception>
    public static TrainingOutcome Train(InternedRecords records, CancellationToken cancellationToken = default)
    {
        records.RequireFor(TrainingTemplate.Reader);
        var template = TrainingTemplate.Settings;
        var population = new Population(records);
        if (population.Count < LeastRecords)
        {
            return Failed(TrainingProblem.TooFewRecords, population);
        }

        var sampler = new PairSampler(population);
        var random = sampler.Random();
        var settings = TemplateCut.To(template, Spoken(template, population, random));
        if (settings.Comparisons.Count < 2)
        {
            return Failed(TrainingProblem.NothingToCompare, population);
        }

        settings = settings with { Frequencies = Activation.FrequencyTables.Count(settings.Frequencies, population.Rows, population.Vocabulary) };
        var (rules, refined, costs) = RuleChoice.Choose(settings, population);
        settings = settings with { Blocking = rules, RefinedKeys = refined };
        cancellationToken.ThrowIfCancellationRequested();
        return new TrainingRun(settings, population, sampler, random, costs).Go(cancellationToken);
    }

    internal static TrainingOutcome Failed(TrainingProblem problem, Population population) =>
        new(null, problem, new TrainingReport(population.Count, 0, 0, 0, false, 0, [], []));

    /// <summary>Positions of the comparisons the data speak of, at most fifteen, those most often heard. One by which all are the same tells nobody apart:
    /// of it training would learn that whoever differs there is one person.</summary>
    private static List<int> Spoken(ModelSettings template, Population population, List<(int A, int B)> random)
    {
        const int Looked = 5000;
        const double Seldom = 0.002;
        var step = Math.Max(1, random.Count / Looked);
        var (heard, told) = (new int[template.Comparisons.Count], new int[template.Comparisons.Count]);
        var looked = 0;
        for (var i = 0; i < random.Count; i += step, looked++)
        {
            var pair = new Pair(population.Rows[random[i].A].Span, population.Rows[random[i].B].Span, population.Vocabulary);
            for (var c = 0; c < heard.Length; c++)
            {
                var level = template.Comparisons[c].Comparator.Compare(ref pair, out _);
                heard[c] += level == Comparator.Silent ? 0 : 1;
                told[c] += level is Comparator.Silent or 0 ? 0 : 1;
            }
        }

        return [.. Enumerable.Range(0, heard.Length).Where(c => heard[c] > Seldom * looked && told[c] > 0)
            .OrderByDescending(c => heard[c]).ThenBy(c => c).Take(MostComparisons).Order()];
    }
}
