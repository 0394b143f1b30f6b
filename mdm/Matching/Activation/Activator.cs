using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Documents;

namespace IntegrationHub.Mdm.Matching.Activation;

/// <summary>Fits a model's frequencies, keys and prior to a population; the outcome is frozen in the new model.</summary>
internal sealed class Activator(MatchModel model, InternedRecords records)
{
    /// <summary>So many rules together may bring one pair a record by keys that many share: cost grows with the records then, whatever a birth date or a name is shared by.</summary>
    private const int RulesForOnePair = 4;

    /// <summary>Fewer records may make the pairs of so many: theirs cost little.</summary>
    private const int Large = 1_000_000;

    public ModelSettings Fit(CancellationToken cancellationToken)
    {
        var settings = model.Settings;
        if (records.Count < 2)
        {
            return settings;
        }

        var rows = records.Views();
        var fitted = settings with { Frequencies = FrequencyTables.Count(settings.Frequencies, rows, records.Vocabulary) };
        cancellationToken.ThrowIfCancellationRequested();
        var (refined, keys) = FullKeys.Refine(settings.Blocking, settings.KeyCap, (long)settings.Blocking.Count * Math.Max(Large, rows.Length) / RulesForOnePair, rows, records.Vocabulary, new ParallelOptions { CancellationToken = cancellationToken });
        fitted = fitted with { RefinedKeys = refined };
        records.Keep(fitted, keys);
        var (prior, kinship) = new PriorEstimate(fitted, records, rows, keys, cancellationToken).Fit();
        fitted = fitted with { Prior = prior, Kinship = kinship };
        return fitted with { Content = ModelWriter.Write(fitted) };
    }
}
