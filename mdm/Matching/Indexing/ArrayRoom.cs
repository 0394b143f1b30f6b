namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>How large the arrays are in which rows or lists stand side by side: the more there are, the larger the next.</summary>
internal static class ArrayRoom
{
    /// <summary>Bits of a place in the largest array.</summary>
    /// <remarks>Eight megabytes: an array that the collector leaves where it is, and of which most can stand in pages of two.</remarks>
    public const int Bits = 21;

    private const int FirstBits = 16;

    /// <summary>Words of the array after so many.</summary>
    public static int Of(int arrays) => 1 << Math.Min(Bits, FirstBits + arrays);
}
