namespace IntegrationHub.Mdm.Matching.Text;

/// <summary>How a folded name sounds in French, as letters: spellings that sound alike share a code (<c>PHILIPPE</c>, <c>FILIP</c>).</summary>
/// <remarks>In the line of Soundex for French and FONEM: graphemes to classes, doubled letters once, mute endings dropped.</remarks>
internal static class FrenchSound
{
    /// <summary>Writes the code of one token and says its length.</summary>
    public static int Write(ReadOnlySpan<byte> token, Span<byte> target)
    {
        var end = token.Length;
        while (end > 2 && IsMuteAtEnd(token[end - 1]))
        {
            end--;
        }

        token = token[..end];
        var length = 0;
        for (var i = 0; i < token.Length;)
        {
            var (code, taken) = Grapheme(token, i);
            i += taken;
            if (code != 0 && (length == 0 || target[length - 1] != code))
            {
                target[length++] = code;
            }
        }

        return length;
    }

    private static (byte Code, int Taken) Grapheme(ReadOnlySpan<byte> t, int i)
    {
        var c = t[i];
        var next = At(t, i + 1);
        var after = At(t, i + 2);
        switch (c)
        {
            case (byte)'P' when next == 'H':
                return ((byte)'F', 2);
            case (byte)'Q':
                return ((byte)'K', next == 'U' ? 2 : 1);
            case (byte)'C':
                return next == 'H' ? ((byte)'X', 2) : IsFront(next) ? ((byte)'S', 1) : ((byte)'K', 1);
            case (byte)'S' when next == 'C' && after == 'H':
                return ((byte)'X', 3);
            case (byte)'S' when next == 'H':
                return ((byte)'X', 2);
            case (byte)'S' when next == 'C' && IsFront(after):
                return ((byte)'S', 2);
            case (byte)'G':
                return next == 'N' ? ((byte)'N', 2) : next == 'U' && IsFront(after) ? ((byte)'G', 2) : IsFront(next) ? ((byte)'J', 1) : ((byte)'G', 1);
            case (byte)'Z':
                return ((byte)'S', 1);
            case (byte)'W':
                return ((byte)'V', 1);
            case (byte)'H':
                return (0, 1);
            case (byte)'X':
                return ((byte)'S', 1);
            case (byte)'A' or (byte)'E' or (byte)'I' or (byte)'O' or (byte)'U' or (byte)'Y':
                return Vowels(t, i);
            default:
                return (c, 1);
        }
    }

    private static (byte Code, int Taken) Vowels(ReadOnlySpan<byte> t, int i)
    {
        var n = 1;
        while (IsVowel(At(t, i + n)))
        {
            n++;
        }

        var group = t.Slice(i, n);
        var nasal = At(t, i + n);
        var isNasal = nasal is (byte)'N' or (byte)'M' && !IsVowel(At(t, i + n + 1)) && At(t, i + n + 1) != nasal;
        if (isNasal && n <= 2)
        {
            var first = group[^1];
            var code = n == 2 && group[0] == 'I' && first == 'E' ? (byte)'1'
                : first is (byte)'A' or (byte)'E' && n == 1 ? (byte)'2'
                : first is (byte)'I' or (byte)'Y' or (byte)'U' ? (byte)'1'
                : first == 'O' ? (byte)'3' : (byte)'2';
            return (code, n + 1);
        }

        if (group.SequenceEqual("AU"u8) || group.SequenceEqual("EAU"u8))
        {
            return ((byte)'O', n);
        }

        if (group.SequenceEqual("AI"u8) || group.SequenceEqual("EI"u8) || group.SequenceEqual("AY"u8) || group.SequenceEqual("EY"u8))
        {
            return ((byte)'E', n);
        }

        if (group.SequenceEqual("OU"u8))
        {
            return ((byte)'U', n);
        }

        return (group[0] == 'Y' ? (byte)'I' : group[0], 1);
    }

    private static byte At(ReadOnlySpan<byte> t, int i) => i < t.Length ? t[i] : (byte)0;

    private static bool IsMuteAtEnd(byte c) => c is (byte)'S' or (byte)'T' or (byte)'D' or (byte)'X' or (byte)'Z' or (byte)'E' or (byte)'H' or (byte)'P';

    private static bool IsFront(byte c) => c is (byte)'E' or (byte)'I' or (byte)'Y';

    private static bool IsVowel(byte c) => c is (byte)'A' or (byte)'E' or (byte)'I' or (byte)'O' or (byte)'U' or (byte)'Y';
}
