using IntegrationHub.Mdm.Matching.Documents;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Activation;

/// <summary>How often the values of a population occur.</summary>
internal static class FrequencyTables
{
    /// <summary>An e-mail or phone that more records share than one person's records would is counted by its frequency.</summary>
    private const int SharedContact = 6;

    private const int OftenSaid = 12;

    /// <summary>The tables of the same domains, counted on the rows; a domain the rows are silent about keeps its table.</summary>
    public static Dictionary<Domain, FrequencyTable> Count(IReadOnlyDictionary<Domain, FrequencyTable> tables, IReadOnlyList<RowView> rows, Vocabulary vocabulary)
    {
        var counted = new Dictionary<Domain, FrequencyTable>(tables);
        KeyValuePair<Domain, FrequencyTable>[] read = [.. tables];
        var counting = new (Dictionary<int, int> Counts, int Total)[read.Length];
        Parallel.For(0, read.Length, i => counting[i] = (Count(read[i].Key, rows, out var all), all));
        for (var i = 0; i < read.Length; i++)
        {
            var ((domain, table), (counts, total)) = (read[i], counting[i]);
            var least = domain is Domain.Email or Domain.Phone ? SharedContact : 1;
            var shares = counts.Where(c => c.Value >= least)
                .Select(c => new KeyValuePair<ulong, double>(Hash.Of(vocabulary[domain].Text(c.Key)), (double)c.Value / total))
                .OrderBy(s => s.Key).ToList();
            counted[domain] = shares.Count == 0 ? table : table with { Shares = shares, Unknown = Math.Min(table.Unknown, 1.0 / total), Names = Names(table, counts, vocabulary[domain]) };
        }

        return counted;
    }

    /// <summary>What a file says often is a name, whether shipped or not.</summary>
    private static List<ulong> Names(FrequencyTable table, Dictionary<int, int> counts, ValueTable values) =>
        [.. table.Names.Union(counts.Where(c => c.Value >= OftenSaid).Select(c => Hash.Of(values.Text(c.Key)))).Order()];

    private static Dictionary<int, int> Count(Domain domain, IReadOnlyList<RowView> rows, out int total)
    {
        Field[] fields = [.. Enumerable.Range(0, Fields.Count).Select(f => (Field)f).Where(f => Fields.DomainOf(f) == domain)];
        var counts = new Dictionary<int, int>();
        total = 0;
        foreach (var row in rows)
        {
            foreach (var field in fields)
            {
                var values = Row.Get(row.Span, field);
                foreach (var value in field == Field.GivenNames && values.Length > 1 ? values[..1] : values)
                {
                    System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
                    total++;
                }
            }
        }

        return counts;
    }
}
