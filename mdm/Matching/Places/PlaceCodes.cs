namespace IntegrationHub.Mdm.Matching.Places;

/// <summary>What comparing birth places needs of a code of the code officiel géographique, as one word; 0 for what is no such code but a label.</summary>
/// <remarks>Five marks and the city, then the code's own département, then its commune of today: a merger may have moved it to another département.</remarks>
internal static class PlaceCodes
{
    private const ulong IsCode = 1, Algeria = 8, Abroad = 16, Old = 32, New = 64;
    private const int CityAt = 1, DepartementAt = 8, CommuneAt = 24;

    /// <param name="place">Five characters for a code.</param>
    public static ulong Of(ReadOnlySpan<byte> place)
    {
        if (place.Length != 5 || place[0] is < (byte)'0' or > (byte)'9' || place[2..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return 0;
        }

        var marks = IsCode | (City(place) << CityAt) | (IsAlgeria(place) ? Algeria : 0) | (place.StartsWith("99"u8) ? Abroad : 0)
            | (place.StartsWith("75"u8) || place.StartsWith("78"u8) ? Old : 0) | (place[0] == '9' && place[1] is >= (byte)'1' and <= (byte)'5' ? New : 0);
        return marks | ((ulong)((place[0] << 8) | place[1]) << DepartementAt) | (FormerCommunes.TodayOf(place) << CommuneAt);
    }

    /// <summary>Two arrondissements of a city, or a commune before and after a merger.</summary>
    public static bool AreOneCity(ulong a, ulong b) =>
        ((a >> CityAt & 3) is var city && city != 0 && city == (b >> CityAt & 3)) || a >> CommuneAt == b >> CommuneAt;

    /// <summary>One says the country, or one of its départements until 1962: which of them, the country's code does not say.</summary>
    public static bool AreAlgeria(ulong a, ulong b) => (a & b & Algeria) != 0 && ((a | b) & Abroad) != 0;

    /// <summary>Before 1968 the Seine (75) and Seine-et-Oise (78) held what became 91 to 95.</summary>
    public static bool ShareDepartement(ulong a, ulong b) =>
        (ushort)(a >> DepartementAt) == (ushort)(b >> DepartementAt) || ((a & Old) != 0 && (b & New) != 0) || ((b & Old) != 0 && (a & New) != 0);

    public static bool IsOneAbroad(ulong a, ulong b) => ((a | b) & Abroad) != 0;

    /// <summary>Paris 75056 and 751xx, Lyon 69123 and 6938x, Marseille 13055 and 132xx.</summary>
    private static ulong City(ReadOnlySpan<byte> code) =>
        code.StartsWith("751"u8) || code.SequenceEqual("75056"u8) ? 1UL
        : code.StartsWith("6938"u8) || code.SequenceEqual("69123"u8) ? 2
        : code.StartsWith("132"u8) || code.SequenceEqual("13055"u8) ? 3 : 0UL;

    private static bool IsAlgeria(ReadOnlySpan<byte> code) => code.EndsWith("352"u8) && code[0] == '9' && code[1] is (>= (byte)'1' and <= (byte)'4') or (byte)'9';
}
