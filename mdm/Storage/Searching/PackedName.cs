namespace IntegrationHub.Mdm.Storage.Searching;

/// <summary>The first twelve letters of a normalised name in one integer, in the letters' order, so that a prefix is a range of integers.</summary>
/// <remarks>38 signs (end, space, 0–9, A–Z) to the power of 12 fit 63 bits. Other letters count as space: whoever reads by a range compares the text afterwards.</remarks>
internal static class PackedName
{
    private const int Length = 12;
    private const int Signs = 38;

    /// <summary>The smallest and greatest integer of names that begin with <paramref name="prefix"/>.</summary>
    public static (long Low, long High) Range(string prefix)
    {
        var (low, high) = (0L, 0L);
        for (var i = 0; i < Length; i++)
        {
            low = (low * Signs) + (i < prefix.Length ? Sign(prefix[i]) : 0);
            high = (high * Signs) + (i < prefix.Length ? Sign(prefix[i]) : Signs - 1);
        }

        return (low, high);
    }

    public static long Pack(string name) => Range(name).Low;

    /// <summary>Bits for the first one and two letters of a given name; a name that begins with a prefix has all bits of the prefix.</summary>
    public static long Initials(string given)
    {
        if (given.Length == 0)
        {
            return 0;
        }

        var first = Sign(given[0]);
        var mask = 1L << (first % 26);
        return given.Length == 1 ? mask : mask | (1L << (26 + (((first * Signs) + Sign(given[1])) % 37)));
    }

    private static int Sign(char letter) => letter switch
    {
        >= '0' and <= '9' => letter - '0' + 2,
        >= 'A' and <= 'Z' => letter - 'A' + 12,
        _ => 1,
    };
}
