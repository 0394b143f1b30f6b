using System.Buffers.Text;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Numbers: the same, one digit typed wrong, or a small share apart.</summary>
internal sealed class NumberComparator(string name, Field field) : Comparator
{
    public const int Same = 0, OneDigit = 1, Close = 2, Different = 3;

    /// <summary>Apart by less than this share of the larger counts as close.</summary>
    private const double Tolerance = 0.02;

    /// <summary>Digits of what is counted in ones: ages, children, storeys.</summary>
    private const int Counted = 2;

    /// <summary>Lists of one person's ages are not all of one year.</summary>
    private const int Years = 2;

    public override string Name => name;

    public override IReadOnlyList<string> Levels => ["same", "one-digit", "close", "different"];

    public override uint Reads => Row.Bits(@field, @field);

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        var table = pair.Vocabulary[Fields.DomainOf(field)];
        var best = Silent;
        foreach (var x in Row.Get(pair.A, field))
        {
            foreach (var y in Row.Get(pair.B, field))
            {
                var level = x == y ? Same : Relate(table.Text(x), table.Text(y));
                Keep(level, level == Same ? table.Term(x) : 0, ref best, ref term);
            }
        }

        return best;
    }

    internal static int Relate(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        // Of two digits one is half of the number: 65 is no slip of 25, and an age is another by one a year later.
        if (Math.Max(a.Length, b.Length) <= Counted)
        {
            return Utf8Parser.TryParse(a, out int m, out var used) && used == a.Length && Utf8Parser.TryParse(b, out int n, out used) && used == b.Length && Math.Abs(m - n) <= Years ? Close : Different;
        }

        if (Math.Min(a.Length, b.Length) >= 2 && OneEdit.Apart(a, b))
        {
            return OneDigit;
        }

        return Utf8Parser.TryParse(a, out double x, out _) && Utf8Parser.TryParse(b, out double y, out _)
            && Math.Abs(x - y) <= Tolerance * Math.Max(Math.Abs(x), Math.Abs(y)) ? Close : Different;
    }
}
