using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Indexing;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Activation;

/// <summary>Fits a model's frequencies, keys and prior to a population; the outcome is frozen in the new model.</summary>
internal sealed class Activator
{
    private readonly ModelSettings _settings;
    private readonly Vocabulary _vocabulary;
    private readonly List<(MatchKey Key, int[] Row)> _rows;

    public Activator(MatchModel model, IEnumerable<MatchRecord> records)
    {
        _settings = model.Settings;
        _vocabulary = model.NewVocabulary();
        _rows = [.. records.Select(r => (r.Key, model.Rows.Write(r, _vocabulary)))];
    }

    public ModelSettings Fit()
    {
        if (_rows.Count < 2)
        {
            return _settings;
        }

        var fitted = _settings with { Frequencies = FrequencyTables.Count(_settings.Frequencies, [.. _rows.Select(r => r.Row)], _vocabulary) };
        fitted = fitted with { RefinedKeys = Refine() };
        (var prior, var kinship) = PriorEstimate.Fit(fitted, _rows, _vocabulary);
        fitted = fitted with { Prior = prior, Kinship = kinship };
        return fitted with { Content = ModelWriter.Write(fitted) };
    }

    /// <summary>Keys above the cap, and those they become, as long as there are finer parts.</summary>
    private HashSet<ulong> Refine()
    {
        var refined = new HashSet<ulong>();
        Span<ulong> keys = stackalloc ulong[KeyMaker.Most];
        for (var grown = true; grown;)
        {
            var maker = new KeyMaker(_settings.Blocking, refined);
            var counts = new Dictionary<ulong, int>();
            foreach (var (_, row) in _rows)
            {
                foreach (var key in keys[..maker.Write(row, _vocabulary, keys)])
                {
                    counts[key] = counts.GetValueOrDefault(key) + 1;
                }
            }

            var before = refined.Count;
            refined.UnionWith(counts.Where(c => c.Value > _settings.KeyCap).Select(c => c.Key));
            grown = refined.Count > before;
        }

        return refined;
    }
}
