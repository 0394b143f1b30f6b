using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Turns records into rows: every value normalised, junk silenced, texts interned.</summary>
internal sealed class RowWriter(IReadOnlyList<Field> order, IReadOnlyDictionary<Field, HashSet<ulong>> junk)
{
    private readonly int[] _positions = [.. Enumerable.Range(0, Fields.Count).Select(f => order.ToList().IndexOf((Field)f))];
    private readonly HashSet<ulong>?[] _junk = [.. Enumerable.Range(0, Fields.Count).Select(f => junk.GetValueOrDefault((Field)f))];

    /// <exception cref="ArgumentException">The record was made for a model of other fields.</exception>
    public int[] Write(MatchRecord record, Vocabulary vocabulary)
    {
        return Write(record, vocabulary, new RowBatch(this, 32, 512));
    }

    /// <param name="record">The record.</param>
    /// <param name="vocabulary">Where its texts are numbered.</param>
    /// <param name="batch">Room to work in, the caller's; what it held is gone.</param>
    /// <exception cref="ArgumentException">The record was made for a model of other fields.</exception>
    public int[] Write(MatchRecord record, Vocabulary vocabulary, RowBatch batch)
    {
        Check(record);
        batch.Clear();
        batch.Add(record);
        Span<int> row = stackalloc int[Row.Most];
        return row[..batch.Number(0, vocabulary, row)].ToArray();
    }

    /// <exception cref="ArgumentException">The record was made for a model of other fields.</exception>
    public void Check(MatchRecord record)
    {
        if (record.Values.Length != order.Count)
        {
            throw new ArgumentException($"a record carries {record.Values.Length} fields where the model has {order.Count}", nameof(record));
        }

        if (Array.FindIndex(record.Values, values => values is null) is >= 0 and var silent)
        {
            throw new ArgumentException($"field {order[silent]} of a record is null: what says nothing is an empty list", nameof(record));
        }

        if (Array.FindIndex(record.Values, HoldsNull) is >= 0 and var torn)
        {
            throw new ArgumentException($"field {order[torn]} of a record holds a null value: leave it out", nameof(record));
        }
    }

    private static bool HoldsNull(IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The raw values of a field of a checked record.</summary>
    public IReadOnlyList<string> Said(MatchRecord record, Field field) => _positions[(int)field] is >= 0 and var position ? record.Values[position] : [];

    /// <summary>Normalises a value; false when it says nothing.</summary>
    public bool Draft(Field field, string raw, Span<byte> text, int start, out DraftValue value)
    {
        value = default;
        if (Fields.DomainOf(field) == Domain.None)
        {
            var packed = field == Field.Sex ? PackedValues.Sex(raw) : PackedValues.Date(raw);
            value = new DraftValue((ulong)packed, start, 0, false);
            return packed != 0 && !(_junk[(int)field] is not null && IsJunk(field, Hash.Of(text[..Fold.Write(raw, text)])));
        }

        var verified = field == Field.Identifier && raw.AsSpan().TrimStart() is ['!', ..];
        var length = Normaliser.Write(field, verified ? raw.TrimStart()[1..] : raw, text);
        if (length == 0)
        {
            return false;
        }

        value = new DraftValue(Hash.Of(text[..length]), start, (byte)length, verified);
        return !IsJunk(field, value.Hash);
    }

    private bool IsJunk(Field field, ulong hash) => _junk[(int)field] is { } values && values.Contains(hash);
}
