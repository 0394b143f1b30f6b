using System.Globalization;
using System.Text;
using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Indexing;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Activation;

/// <summary>Fits a model's frequencies, keys and prior to a population; the outcome is frozen in the new model.</summary>
internal sealed class Activator
{
    /// <summary>An e-mail or phone that more records share than one person's records would is counted by its frequency.</summary>
    private const int SharedContact = 6;

    private const int OftenSaid = 12;

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

        var fitted = _settings with { Frequencies = Frequencies() };
        fitted = fitted with { RefinedKeys = Refine() };
        (var prior, var kinship) = PriorEstimate.Fit(fitted, _rows, _vocabulary);
        fitted = fitted with { Prior = prior, Kinship = kinship };
        return fitted with { Content = $"{_settings.Content}\nactivated: {Describe(fitted)}" };
    }

    private Dictionary<Domain, FrequencyTable> Frequencies()
    {
        var tables = new Dictionary<Domain, FrequencyTable>(_settings.Frequencies);
        foreach (var (domain, table) in _settings.Frequencies)
        {
            var counts = Count(domain, out var total);
            var least = domain is Domain.Email or Domain.Phone ? SharedContact : 1;
            var shares = counts.Where(c => c.Value >= least)
                .Select(c => new KeyValuePair<ulong, double>(Hash.Of(_vocabulary[domain].Text(c.Key)), (double)c.Value / total))
                .OrderBy(s => s.Key).ToList();
            tables[domain] = shares.Count == 0 ? table : table with { Shares = shares, Unknown = Math.Min(table.Unknown, 1.0 / total), Names = Names(table, counts, domain) };
        }

        return tables;
    }

    /// <summary>What a file says often is a name, whether shipped or not.</summary>
    private List<ulong> Names(FrequencyTable table, Dictionary<int, int> counts, Domain domain) =>
        [.. table.Names.Union(counts.Where(c => c.Value >= OftenSaid).Select(c => Hash.Of(_vocabulary[domain].Text(c.Key)))).Order()];

    private Dictionary<int, int> Count(Domain domain, out int total)
    {
        var counts = new Dictionary<int, int>();
        total = 0;
        foreach (var (_, row) in _rows)
        {
            for (var f = 0; f < Fields.Count; f++)
            {
                if (Fields.DomainOf((Field)f) == domain)
                {
                    var values = Row.Get(row, (Field)f);
                    foreach (var value in (Field)f == Field.GivenNames && values.Length > 1 ? values[..1] : values)
                    {
                        counts[value] = counts.GetValueOrDefault(value) + 1;
                        total++;
                    }
                }
            }
        }

        return counts;
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

    private static string Describe(ModelSettings settings)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"prior {settings.Prior} kinship {settings.Kinship}");
        foreach (var key in settings.RefinedKeys.Order())
        {
            text.Append(CultureInfo.InvariantCulture, $" {key:x}");
        }

        foreach (var (domain, table) in settings.Frequencies.OrderBy(f => f.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{domain} {table.Unknown:r}");
            foreach (var (value, share) in table.Shares)
            {
                text.Append(CultureInfo.InvariantCulture, $" {value:x}:{share:r}");
            }
        }

        return text.ToString();
    }
}
