namespace IntegrationHub.Mdm.Matching.Text;

/// <summary>Whether two texts are one edit apart (insert, delete, substitute, swap neighbours): linear, no table.</summary>
internal static class OneEdit
{
    public static bool Apart(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var prefix = a.CommonPrefixLength(b);
        a = a[prefix..];
        b = b[prefix..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        return (a.Length, b.Length) switch
        {
            (1, 0) or (0, 1) or (1, 1) => true,
            (2, 2) => a[0] == b[1] && a[1] == b[0],
            _ => false,
        };
    }
}
