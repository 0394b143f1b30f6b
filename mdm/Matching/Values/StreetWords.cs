namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Abbreviations of postal addresses (La Poste, norm AFNOR XP Z 10-011) written out, and words of cities that say nothing.</summary>
internal static class StreetWords
{
    /// <summary>A word of a street line, written out; the type of street stands first.</summary>
    public static ReadOnlySpan<byte> Expand(ReadOnlySpan<byte> word, bool first)
    {
        if (first)
        {
            if (word.SequenceEqual("R"u8))
            {
                return "RUE"u8;
            }

            if (word.SequenceEqual("AV"u8) || word.SequenceEqual("AVE"u8))
            {
                return "AVENUE"u8;
            }

            if (word.SequenceEqual("BD"u8) || word.SequenceEqual("BLD"u8) || word.SequenceEqual("BVD"u8) || word.SequenceEqual("BOUL"u8))
            {
                return "BOULEVARD"u8;
            }

            if (word.SequenceEqual("PL"u8))
            {
                return "PLACE"u8;
            }

            if (word.SequenceEqual("CHE"u8) || word.SequenceEqual("CH"u8) || word.SequenceEqual("CHEM"u8))
            {
                return "CHEMIN"u8;
            }

            if (word.SequenceEqual("IMP"u8))
            {
                return "IMPASSE"u8;
            }

            if (word.SequenceEqual("ALL"u8))
            {
                return "ALLEE"u8;
            }

            if (word.SequenceEqual("RTE"u8))
            {
                return "ROUTE"u8;
            }

            if (word.SequenceEqual("SQ"u8))
            {
                return "SQUARE"u8;
            }

            if (word.SequenceEqual("QU"u8) || word.SequenceEqual("Q"u8))
            {
                return "QUAI"u8;
            }
        }

        return Saint(word);
    }

    /// <summary>A word of a city: saints written out, CEDEX and arrondissements gone.</summary>
    public static ReadOnlySpan<byte> ExpandCity(ReadOnlySpan<byte> word, bool first)
    {
        if (word.SequenceEqual("CEDEX"u8) || word.StartsWith("ARRONDISSEMENT"u8) || (!first && word[0] is >= (byte)'0' and <= (byte)'9'))
        {
            return [];
        }

        return Saint(word);
    }

    private static ReadOnlySpan<byte> Saint(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("ST"u8) ? "SAINT"u8 : word.SequenceEqual("STE"u8) ? "SAINTE"u8 : word;
}
