using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>Reads frequency tables: persons per million by value.</summary>
internal static class FrequencyReader
{
    public static Dictionary<Domain, FrequencyTable> Read(DocumentNode node)
    {
        var words = Enum.GetNames<Domain>().Take(Fields.DomainCount).Select(n => char.ToLowerInvariant(n[0]) + n[1..]).ToList();
        var tables = new Dictionary<Domain, FrequencyTable>();
        foreach (var (word, table) in node.Entries())
        {
            var index = words.IndexOf(word);
            if (index < 0)
            {
                throw table.UnknownWord(word, words);
            }

            tables[(Domain)index] = ReadOne(table);
        }

        return tables;
    }

    private static FrequencyTable ReadOne(DocumentNode node)
    {
        var entries = node.Known("reference", "unknown", "floor", "perMillion", "shares", "names");
        var text = new byte[Fold.MaxLength];
        var shares = new List<KeyValuePair<ulong, double>>();
        if (entries.TryGetValue("perMillion", out var values))
        {
            foreach (var (value, share) in values.Entries())
            {
                shares.Add(new(Hash.Of(text.AsSpan(0, Fold.Write(value, text))), share.Number() / 1e6));
            }
        }

        if (entries.TryGetValue("shares", out var hashed))
        {
            shares.AddRange(HexNumbers.ReadShares(hashed));
        }

        List<ulong> names = entries.TryGetValue("names", out var listed) ? [.. HexNumbers.Read(listed)] : [.. shares.Select(s => s.Key)];
        return new FrequencyTable(Share("reference"), Share("unknown"), Share("floor"), shares, names);

        double Share(string name)
        {
            var share = node.Required(entries, name);
            return share.Number() is > 0 and <= 1 and var number ? number : throw share.Error("must be a share between 0 and 1");
        }
    }
}
