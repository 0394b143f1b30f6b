using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Records normalised side by side and not yet numbered: made on any thread, numbered by whoever owns the vocabulary.</summary>
/// <param name="values">Values there is room for at first.</param>
/// <param name="bytes">Bytes of text there is room for at first.</param>
internal sealed class RowBatch(RowWriter writer, int values, int bytes)
{
    /// <summary>Records of a batch in bulk.</summary>
    public const int Size = 512;

    private readonly List<MatchRecord> _records = [];
    private readonly List<RowFlags> _flags = [];
    private readonly List<int> _starts = [];
    private readonly List<byte> _ends = new(Fields.Count);
    private DraftValue[] _values = new DraftValue[values];
    private byte[] _text = new byte[bytes];
    private int _valueEnd;
    private int _textEnd;

    public int Count => _records.Count;

    /// <exception cref="ArgumentException">A record was made for a model of other fields.</exception>
    public static RowBatch Of(RowWriter writer, IReadOnlyCollection<MatchRecord> records)
    {
        var batch = new RowBatch(writer, 32 * records.Count, 512 + (256 * records.Count));
        foreach (var record in records)
        {
            writer.Check(record);
            batch.Add(record);
        }

        return batch;
    }

    /// <summary>Whether a model of this writer may number it.</summary>
    public bool IsOf(RowWriter other) => ReferenceEquals(writer, other);

    public MatchRecord Record(int i) => _records[i];

    public void Clear()
    {
        _records.Clear();
        _flags.Clear();
        _starts.Clear();
        _ends.Clear();
        (_valueEnd, _textEnd) = (0, 0);
    }

    public void Add(MatchRecord record)
    {
        _records.Add(record);
        _flags.Add((record.ReviewOnly ? RowFlags.ReviewOnly : RowFlags.None) | (Couples.AreNamed(writer.Said(record, Field.GivenNames)) ? RowFlags.Couple : RowFlags.None));
        _starts.Add(_valueEnd);
        var start = _valueEnd;
        for (var f = 0; f < Fields.Count; f++)
        {
            var field = (Field)f;
            var first = _valueEnd;
            var said = writer.Said(record, field);
            for (var i = 0; i < said.Count; i++)
            {
                var raw = said[i];
                if (_text.Length - _textEnd < Fold.MaxLength + 32)
                {
                    Array.Resize(ref _text, _text.Length * 2);
                }

                if (writer.Draft(field, raw, _text.AsSpan(_textEnd), _textEnd, out var value)
                    && _valueEnd - start < byte.MaxValue && _valueEnd - first < Row.MaxValues && (field == Field.GivenNames || !Holds(first, value)))
                {
                    if (_valueEnd == _values.Length)
                    {
                        Array.Resize(ref _values, _values.Length * 2);
                    }

                    _values[_valueEnd++] = value;
                    _textEnd += value.Length;
                }
            }

            _ends.Add((byte)(_valueEnd - start));
        }
    }

    /// <summary>Writes the numbers of a record's values and says how many words the row takes.</summary>
    public int Number(int i, Vocabulary vocabulary, Span<int> row)
    {
        var ends = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ends).Slice(i * Fields.Count, Fields.Count);
        Span<int> numbers = stackalloc int[byte.MaxValue];
        var n = 0;
        var flags = _flags[i];
        for (var f = 0; f < Fields.Count; f++)
        {
            var domain = Fields.DomainOf((Field)f);
            for (; n < ends[f]; n++)
            {
                ref readonly var value = ref _values[_starts[i] + n];
                if (domain == Domain.None)
                {
                    numbers[n] = (int)value.Hash;
                    continue;
                }

                var text = _text.AsSpan(value.Start, value.Length);
                var id = vocabulary[domain].Intern(text, value.Hash);
                flags |= domain == Domain.Surname && text.Contains((byte)' ') ? RowFlags.DoubleName : RowFlags.None;
                numbers[n] = domain == Domain.Identifier ? (id << 1) + (value.Verified ? 1 : 0) : id;
            }
        }

        return Row.Build(numbers[..n], ends, flags, row);
    }

    private bool Holds(int first, in DraftValue value)
    {
        foreach (ref readonly var other in _values.AsSpan(first, _valueEnd - first))
        {
            if (other.Hash == value.Hash && other.Verified == value.Verified && _text.AsSpan(other.Start, other.Length).SequenceEqual(_text.AsSpan(value.Start, value.Length)))
            {
                return true;
            }
        }

        return false;
    }
}
