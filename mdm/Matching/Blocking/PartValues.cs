using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>The values of one record's key parts, each made once however many rules ask for it.</summary>
/// <param name="row">The record.</param>
/// <param name="vocabulary">Its values.</param>
/// <param name="values">Room for <see cref="KeyParts.Most"/> values of each part.</param>
/// <param name="counts">How many there are of each, −1 for a part nobody asked for; room for <see cref="Parts"/>.</param>
internal readonly ref struct PartValues(ReadOnlySpan<int> row, Vocabulary vocabulary, Span<ulong> values, Span<sbyte> counts)
{
    /// <summary>Kinds of parts.</summary>
    public const int Parts = (int)KeyPart.Date1 + 1;

    private readonly ReadOnlySpan<int> _row = row;
    private readonly Span<ulong> _values = values;
    private readonly Span<sbyte> _counts = counts;

    public ReadOnlySpan<ulong> Of(KeyPart part)
    {
        var own = _values.Slice((int)part * KeyParts.Most, KeyParts.Most);
        ref var count = ref _counts[(int)part];
        if (count < 0)
        {
            count = (sbyte)KeyParts.Write(part, _row, vocabulary, own);
        }

        return own[..count];
    }
}
