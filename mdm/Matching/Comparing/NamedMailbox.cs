using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>A mailbox called after who owns it ("jean.martin", "jmartin"): that another of that name has one elsewhere says no more than the names do.</summary>
internal static class NamedMailbox
{
    /// <summary>Whether nothing but names that both records bear stands before the @.</summary>
    public static bool IsOf(in Pair pair, ReadOnlySpan<byte> local)
    {
        Span<byte> letters = stackalloc byte[Fold.MaxLength];
        letters = letters[..Letters(local, letters)];
        return letters.Length > 0 && IsOf(pair.Vocabulary, pair.A, letters) && IsOf(pair.Vocabulary, pair.B, letters);
    }

    private static bool IsOf(Vocabulary vocabulary, ReadOnlySpan<int> row, ReadOnlySpan<byte> letters)
    {
        Span<byte> given = stackalloc byte[Fold.MaxLength];
        Span<byte> initials = stackalloc byte[Fold.MaxLength];
        Span<byte> surname = stackalloc byte[Fold.MaxLength];
        foreach (var x in Row.Get(row, Field.GivenNames, Field.UsedGivenName))
        {
            var text = vocabulary[Domain.GivenName].Text(x);
            var first = given[..Letters(text, given)];
            var cut = initials[..Initials(text, initials)];
            foreach (var y in Row.Get(row, Field.BirthName, Field.FormerName))
            {
                var last = surname[..Letters(vocabulary[Domain.Surname].Text(y), surname)];
                if (first.Length > 0 && (IsJoined(letters, first, last) || IsJoined(letters, last, first) || IsJoined(letters, first[..1], last) || IsJoined(letters, last, first[..1])
                    || IsJoined(letters, cut, last) || IsJoined(letters, last, cut)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsJoined(ReadOnlySpan<byte> letters, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        letters.Length == left.Length + right.Length && letters.StartsWith(left) && letters.EndsWith(right);

    /// <summary>"JM" of "JEAN MARIE".</summary>
    private static int Initials(ReadOnlySpan<byte> name, Span<byte> target)
    {
        var length = 0;
        foreach (var range in name.Split((byte)' '))
        {
            if (!name[range].IsEmpty)
            {
                target[length++] = name[range][0];
            }
        }

        return length;
    }

    /// <summary>Capital letters without what stands between words; a digit stays and makes it no name.</summary>
    private static int Letters(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var length = 0;
        foreach (var symbol in text)
        {
            if (symbol is not ((byte)' ' or (byte)'.' or (byte)'-' or (byte)'_') && length < target.Length)
            {
                target[length++] = symbol is >= (byte)'a' and <= (byte)'z' ? (byte)(symbol - 32) : symbol;
            }
        }

        return length;
    }
}
