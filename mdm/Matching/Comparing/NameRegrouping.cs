using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Names cut at another place: "MADEC GOULVEN" + "ALBERT" is "MADEC" + "GOULVEN ALBERT".</summary>
internal static class NameRegrouping
{
    /// <param name="pair">The two records.</param>
    /// <param name="rarity">Frequency adjustment of both names together, by the reading that makes them more frequent.</param>
    public static bool Holds(in Pair pair, out int rarity)
    {
        rarity = 0;
        if (((Row.FlagsOf(pair.A) | Row.FlagsOf(pair.B)) & RowFlags.DoubleName) == RowFlags.None)
        {
            return false;
        }

        var there = Holds(pair.Vocabulary, pair.A, pair.B, out var first);
        var back = Holds(pair.Vocabulary, pair.B, pair.A, out var second);
        rarity = !back ? first : !there ? second : Math.Min(first, second);
        return there || back;
    }

    /// <summary>A surname of one is a surname of the other, then the beginning of its given names.</summary>
    private static bool Holds(Vocabulary vocabulary, ReadOnlySpan<int> longer, ReadOnlySpan<int> shorter, out int rarity)
    {
        rarity = 0;
        var surnames = vocabulary[Domain.Surname];
        foreach (var x in Row.Get(longer, Field.BirthName, Field.UsageName))
        {
            if (!surnames.Facts(x).HasSpace)
            {
                continue;
            }

            var whole = surnames.Text(x);
            foreach (var y in Row.Get(shorter, Field.BirthName, Field.UsageName))
            {
                if (surnames.Facts(y) is { Length: > 1 } facts && facts.Head != surnames.Facts(x).Head)
                {
                    continue;
                }

                var part = surnames.Text(y);
                if (whole.Length > part.Length + 2 && whole[part.Length] == ' ' && whole.StartsWith(part) && Begins(vocabulary, shorter, whole[(part.Length + 1)..]))
                {
                    rarity = surnames.Term(y) + vocabulary[Domain.GivenName].Term(Row.Get(shorter, Field.GivenNames)[0]);
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Begins(Vocabulary vocabulary, ReadOnlySpan<int> row, ReadOnlySpan<byte> rest)
    {
        Span<byte> given = stackalloc byte[Fold.MaxLength];
        return Begins(given[..Joined(vocabulary, row, given)], rest);
    }

    private static bool Begins(ReadOnlySpan<byte> given, ReadOnlySpan<byte> rest) =>
        given.Length >= rest.Length
            ? given.StartsWith(rest) && (given.Length == rest.Length || given[rest.Length] == ' ')
            : given.Length > 0 && rest.StartsWith(given) && rest[given.Length] == ' ';

    private static int Joined(Vocabulary vocabulary, ReadOnlySpan<int> row, Span<byte> target)
    {
        var length = 0;
        foreach (var name in Row.Get(row, Field.GivenNames))
        {
            var text = vocabulary[Domain.GivenName].Text(name);
            if (length + text.Length + 1 > target.Length)
            {
                break;
            }

            if (length > 0)
            {
                target[length++] = (byte)' ';
            }

            text.CopyTo(target[length..]);
            length += text.Length;
        }

        return length;
    }
}
