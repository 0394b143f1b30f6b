using System.Runtime.CompilerServices;

namespace IntegrationHub.Mdm.Matching.Text;

/// <summary>Optimal string alignment distance (insert, delete, substitute, swap neighbours), bit-parallel for up to 64 symbols.</summary>
/// <remarks>H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic Journal of Computing 10 (2003).</remarks>
internal static class Damerau
{
    /// <summary>The distance; texts beyond 64 bytes are cut there, on both sides alike.</summary>
    public static int Distance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => Distance(a, b, int.MaxValue);

    /// <summary>The distance, or some number above <paramref name="most"/> where it is more than that.</summary>
    [SkipLocalsInit]
    public static int Distance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int most)
    {
        a = a.Length > 64 ? a[..64] : a;
        b = b.Length > 64 ? b[..64] : b;

        // What both begin or end with takes no part in the cheapest way from one to the other.
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length;
        }

        if (Math.Abs(a.Length - b.Length) > most)
        {
            return int.MaxValue;
        }

        Span<ulong> positions = stackalloc ulong[256];
        foreach (var symbol in a)
        {
            positions[symbol] = 0;
        }

        // Only the entries that are read are cleared: the table stays on the stack as it was.
        foreach (var symbol in b)
        {
            positions[symbol] = 0;
        }

        for (var i = 0; i < a.Length; i++)
        {
            positions[a[i]] |= 1UL << i;
        }

        ulong vp = ~0UL, vn = 0, d0 = 0, before = 0;
        var last = 1UL << (a.Length - 1);
        var distance = a.Length;
        var left = b.Length;
        foreach (var symbol in b)
        {
            var match = positions[symbol];
            var swap = (((~d0) & match) << 1) & before;
            d0 = (((match & vp) + vp) ^ vp) | match | vn | swap;
            var hp = vn | ~(d0 | vp);
            var hn = d0 & vp;
            distance += (hp & last) != 0 ? 1 : (hn & last) != 0 ? -1 : 0;
            hp = (hp << 1) | 1;
            hn <<= 1;
            vp = hn | ~(d0 | hp);
            vn = hp & d0;
            before = match;

            // Each symbol that is left brings the distance down by one at best.
            if (distance - --left > most)
            {
                return int.MaxValue;
            }
        }

        return distance;
    }
}
