using System.Collections.Concurrent;
using System.Text;

namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>
/// The fields a connection forbids, and their removal: by name (French or English, any depth of a JSON body), and for the NIR and the
/// IBAN also by the shape of a value, wherever it stands. What is left of a body keeps its bytes.
/// </summary>
/// <remarks>Safe for many threads. Names seen are remembered, up to a limit, because every row of a file has the same.</remarks>
public sealed class ForbiddenFields
{
    private const int Remembered = 4096;

    private readonly ConcurrentDictionary<string, FieldVerdict> verdicts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FieldVerdict>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly FieldPattern[] patterns;
    private readonly JudgedName?[] recent = new JudgedName?[256];

    private ForbiddenFields(IReadOnlyList<string> words)
    {
        Words = words;
        patterns = [.. words.SelectMany(FieldCatalogue.Patterns)];
        Nir = words.Contains(FieldCatalogue.Nir);
        Bank = words.Contains(FieldCatalogue.Bank);
        lookup = verdicts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary><c>nir</c> (social security number), <c>bank</c> (bank details), <c>content</c> (text of messages and documents).</summary>
    public static IReadOnlyList<string> DefaultWords { get; } = [FieldCatalogue.Nir, FieldCatalogue.Bank, FieldCatalogue.Content];

    public static ForbiddenFields Default { get; } = new(DefaultWords);

    public static ForbiddenFields None { get; } = new([]);

    /// <summary>The connection's own words: the three categories, and any other field by its name.</summary>
    public IReadOnlyList<string> Words { get; }

    internal bool Nir { get; }

    internal bool Bank { get; }

    /// <param name="words">Categories (<c>nir</c>, <c>bank</c>, <c>content</c>) or names of fields. None at all forbids nothing.</param>
    public static ForbiddenFields Of(IEnumerable<string> words) => new([.. words]);

    /// <summary>True when a column of this name is removed from every row.</summary>
    public bool Names(string column) => Judge(column.AsSpan()) != FieldVerdict.Allowed;

    /// <summary>The body without its forbidden fields; the same memory when there are none.</summary>
    /// <returns>False when the body is not JSON: it must then be kept as a rejected record, which expires.</returns>
    public bool TryRemove(ReadOnlyMemory<byte> json, out ReadOnlyMemory<byte> cleaned)
    {
        if (Words.Count == 0)
        {
            cleaned = json;
            return JsonRemover.IsJson(json.Span);
        }

        return JsonRemover.TryRemove(json, this, out cleaned);
    }

    /// <summary>The same of a body that may be cleared already: then nothing is done.</summary>
    public bool TryClear(RecordBody body, out RecordBody cleared)
    {
        if (ReferenceEquals(body.ClearedBy, this))
        {
            cleared = body;
            return true;
        }

        var isJson = TryRemove(body.Json, out var json);
        cleared = isJson ? new RecordBody(json, this) : default;
        return isJson;
    }

    /// <summary>Any text, its numbers that have the shape of a forbidden one replaced by asterisks; the same memory when there are none.</summary>
    public ReadOnlyMemory<byte> Mask(ReadOnlyMemory<byte> text) =>
        SensitiveNumbers.TryMask(text.Span, Nir, Bank, out var masked) ? masked : text;

    /// <summary>True when a text of this UTF-8 must be removed or masked.</summary>
    internal bool Suspects(ReadOnlySpan<byte> text) =>
        (Nir || Bank) && text.Length >= NirShape.Bare && (SensitiveNumbers.IsWhole(text, Nir, Bank) || SensitiveNumbers.Any(text, Nir, Bank));

    /// <summary>The same for a name as it stands in a JSON text, without escapes: the names of a row come back row after row.</summary>
    internal FieldVerdict Judge(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return FieldVerdict.Allowed;
        }

        ref var known = ref recent[(byte)((name.Length * 31) + (name[0] * 7) + (name[name.Length / 2] * 3) + name[^1])];
        if (known is { } judged && name.SequenceEqual(judged.Name))
        {
            return judged.Verdict;
        }

        var verdict = Judge(Encoding.UTF8.GetString(name).AsSpan());
        known = new JudgedName(name.ToArray(), verdict);
        return verdict;
    }

    internal FieldVerdict Judge(ReadOnlySpan<char> name)
    {
        if (lookup.TryGetValue(name, out var verdict))
        {
            return verdict;
        }

        var words = FieldWords.Split(name);
        verdict = FieldVerdict.Allowed;
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(words))
            {
                verdict = (FieldVerdict)Math.Max((int)verdict, (int)pattern.Verdict);
            }
        }

        if (verdicts.Count < Remembered)
        {
            lookup[name] = verdict;
        }

        return verdict;
    }
}
