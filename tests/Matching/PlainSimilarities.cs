namespace IntegrationHub.Tests.Matching;

/// <summary>Distances and similarities as textbooks define them: what the fast forms are held against.</summary>
internal static class PlainSimilarities
{
    /// <summary>Optimal string alignment: insert, delete, substitute, swap neighbours.</summary>
    public static int Distance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        Span<int> d = stackalloc int[(a.Length + 1) * (b.Length + 1)];
        var width = b.Length + 1;
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[(i * width) + j] = i + j;
                    continue;
                }

                var least = Math.Min(d[((i - 1) * width) + j], d[(i * width) + j - 1]) + 1;
                least = Math.Min(least, d[((i - 1) * width) + j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    least = Math.Min(least, d[((i - 2) * width) + j - 2] + 1);
                }

                d[(i * width) + j] = least;
            }
        }

        return d[^1];
    }

    /// <summary>In thousandths; the shorter text (of two as long, the ordinally smaller) is walked through.</summary>
    public static int JaroWinkler(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length > b.Length || (a.Length == b.Length && a.SequenceCompareTo(b) > 0))
        {
            var swap = a;
            a = b;
            b = swap;
        }

        var window = Math.Max((b.Length / 2) - 1, 0);
        Span<bool> taken = stackalloc bool[b.Length];
        Span<byte> left = stackalloc byte[a.Length];
        taken.Clear();
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j <= Math.Min(b.Length - 1, i + window); j++)
            {
                if (!taken[j] && a[i] == b[j])
                {
                    taken[j] = true;
                    left[matches++] = a[i];
                    break;
                }
            }
        }

        if (matches == 0)
        {
            return 0;
        }

        var (transposed, at) = (0, 0);
        for (var j = 0; j < b.Length; j++)
        {
            transposed += taken[j] && left[at++] != b[j] ? 1 : 0;
        }

        double m = matches, t = transposed / 2;
        var jaro = (m / a.Length + m / b.Length + (m - t) / m) / 3;
        return (int)Math.Round(1000 * (jaro + Math.Min(4, a.CommonPrefixLength(b)) * 0.1 * (1 - jaro)), MidpointRounding.AwayFromZero);
    }
}
