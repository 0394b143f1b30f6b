using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Turns records into rows: every value normalised, junk silenced, texts interned.</summary>
internal sealed class RowWriter(IReadOnlyList<Field> order, IReadOnlyDictionary<Field, HashSet<ulong>> junk)
{
    private readonly int[] _positions = [.. Enumerable.Range(0, Fields.Count).Select(f => order.ToList().IndexOf((Field)f))];

    /// <exception cref="ArgumentException">The record was made for a model of other fields.</exception>
    public int[] Write(MatchRecord record, Vocabulary vocabulary)
    {
        if (record.Values.Length != order.Count)
        {
            throw new ArgumentException($"a record carries {record.Values.Length} fields where the model has {order.Count}", nameof(record));
        }

        Span<int> values = stackalloc int[Fields.Count * Row.MaxValues];
        Span<byte> ends = stackalloc byte[Fields.Count];
        Span<byte> text = stackalloc byte[Fold.MaxLength + 32];
        var end = 0;
        for (var f = 0; f < Fields.Count; f++)
        {
            var field = (Field)f;
            var start = end;
            if (_positions[f] >= 0)
            {
                foreach (var raw in record.Values[_positions[f]])
                {
                    var value = One(field, raw, vocabulary, text);
                    if (value != 0 && end < byte.MaxValue && end - start < Row.MaxValues && (field == Field.GivenNames || !values[start..end].Contains(value - 1)))
                    {
                        values[end++] = value - 1;
                    }
                }
            }

            ends[f] = (byte)end;
        }

        return Row.Build(values[..end], ends, record.ReviewOnly ? RowFlags.ReviewOnly : RowFlags.None);
    }

    /// <summary>One more than the value's number; 0 when it says nothing.</summary>
    private int One(Field field, string raw, Vocabulary vocabulary, Span<byte> text)
    {
        if (Fields.DomainOf(field) == Domain.None)
        {
            var packed = field == Field.Sex ? PackedValues.Sex(raw) : PackedValues.Date(raw);
            return packed == 0 || IsJunk(field, Hash.Of(text[..Fold.Write(raw, text)])) ? 0 : packed + 1;
        }

        var verified = field == Field.Identifier && raw.StartsWith('!');
        var length = Normaliser.Write(field, verified ? raw[1..] : raw, text);
        if (length == 0 || IsJunk(field, Hash.Of(text[..length])))
        {
            return 0;
        }

        var id = vocabulary[Fields.DomainOf(field)].Intern(text[..length]);
        return field == Field.Identifier ? (id << 1) + (verified ? 1 : 0) + 1 : id + 1;
    }

    private bool IsJunk(Field field, ulong hash) => junk.TryGetValue(field, out var values) && values.Contains(hash);
}
