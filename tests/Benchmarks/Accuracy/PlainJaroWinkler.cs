namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>Jaro–Winkler as textbooks write it, in thousandths: the measure of what the fast forms bring.</summary>
internal static class PlainJaroWinkler
{
    public static int Similarity(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var window = Math.Max((Math.Max(a.Length, b.Length) / 2) - 1, 0);
        Span<bool> takenA = stackalloc bool[a.Length];
        Span<bool> takenB = stackalloc bool[b.Length];
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j <= Math.Min(b.Length - 1, i + window); j++)
            {
                if (!takenB[j] && a[i] == b[j])
                {
                    (takenA[i], takenB[j]) = (true, true);
                    matches++;
                    break;
                }
            }
        }

        if (matches == 0)
        {
            return 0;
        }

        var (transposed, at) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (takenA[i])
            {
                while (!takenB[at])
                {
                    at++;
                }

                transposed += a[i] != b[at++] ? 1 : 0;
            }
        }

        double m = matches;
        var jaro = (m / a.Length + m / b.Length + (m - (transposed / 2)) / m) / 3;
        return (int)Math.Round(1000 * (jaro + Math.Min(4, a.CommonPrefixLength(b)) * 0.1 * (1 - jaro)), MidpointRounding.AwayFromZero);
    }
}
