using System.Text;
using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching;

/// <summary>A list of names, searched for those that look like a given one: no key has to be shared. May be asked from any thread.</summary>
/// <remarks>Every name is looked at, several at once where the processor can: a hundred thousand take a fraction of a millisecond.</remarks>
public sealed class NameScan
{
    private readonly string[] _names;
    private readonly NameTable _table;

    /// <param name="names">Names as written; those that say nothing are found by nothing.</param>
    public NameScan(IEnumerable<string> names)
    {
        _names = [.. names];
        _table = new NameTable([.. _names.Select(Folded)]);
    }

    /// <summary>The names at or above a similarity, best first, ties in ordinal order.</summary>
    /// <param name="name">As written; case and diacritics do not matter.</param>
    /// <param name="similarity">Jaro–Winkler in thousandths, 1 to 1000; 900 and above are typing errors.</param>
    /// <exception cref="ArgumentOutOfRangeException">The similarity is not from 1 to 1000.</exception>
    public IReadOnlyList<(string Name, int Similarity)> Near(string name, int similarity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(similarity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(similarity, 1000);
        var found = new List<(int Id, int Similarity)>();
        _table.Near(Folded(name), similarity, found);
        return [.. found.Select(f => (_names[f.Id], f.Similarity)).OrderByDescending(f => f.Similarity).ThenBy(f => f.Item1, StringComparer.Ordinal)];
    }

    private static byte[] Folded(string name)
    {
        Span<byte> folded = stackalloc byte[Fold.MaxLength];
        return folded[..Fold.Write(name, folded)].ToArray();
    }
}
