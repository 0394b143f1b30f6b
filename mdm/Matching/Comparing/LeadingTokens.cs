using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Given names as one row of tokens: "Marie-Anne" and "MARIE ANNE" are cut differently and say the same.</summary>
internal ref struct LeadingTokens(ValueTable table, ReadOnlySpan<int> names)
{
    private readonly ReadOnlySpan<int> _names = names;
    private int _name;
    private ReadOnlySpan<byte> _rest;

    /// <summary>How many tokens agree from the first on; 0 unless one side is the beginning of the other.</summary>
    public static int Shared(ValueTable table, ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        // Names of one word each need no letters: they are the same or they are not.
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (a[i] == b[i] ? table.Facts(a[i]).HasSpace : table.Facts(a[i]).HasSpace || table.Facts(b[i]).HasSpace)
            {
                return ByTokens(table, a, b);
            }

            if (a[i] != b[i])
            {
                return 0;
            }
        }

        return Math.Min(a.Length, b.Length);
    }

    private static int ByTokens(ValueTable table, ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var left = new LeadingTokens(table, a);
        var right = new LeadingTokens(table, b);
        for (var shared = 0; ; shared++)
        {
            var x = left.Next();
            var y = right.Next();
            if (x.Length == 0 || y.Length == 0)
            {
                return shared;
            }

            if (!x.SequenceEqual(y))
            {
                return 0;
            }
        }
    }

    private ReadOnlySpan<byte> Next()
    {
        if (_rest.Length == 0)
        {
            if (_name == _names.Length)
            {
                return [];
            }

            _rest = table.Text(_names[_name++]);
        }

        var space = _rest.IndexOf((byte)' ');
        var token = space < 0 ? _rest : _rest[..space];
        _rest = space < 0 ? [] : _rest[(space + 1)..];
        return token;
    }
}
