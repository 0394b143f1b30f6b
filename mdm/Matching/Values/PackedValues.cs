using System.Globalization;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>Dates and sex, packed into numbers.</summary>
internal static class PackedValues
{
    /// <summary>Reads YYYY, YYYY-MM or YYYY-MM-DD, 00 for unknown; 0 when it is anything else.</summary>
    public static int Date(string text)
    {
        Span<int> parts = stackalloc int[3];
        parts.Clear();
        var n = 0;
        foreach (var range in text.AsSpan().Trim().Split('-'))
        {
            if (n == 3 || !int.TryParse(text.AsSpan().Trim()[range], NumberStyles.None, CultureInfo.InvariantCulture, out parts[n++]))
            {
                return 0;
            }
        }

        var (year, month, day) = (parts[0], parts[1], parts[2]);
        return year is < 1000 or > 9999 || month > 12 || day > 31 ? 0 : (year * 10000) + (month * 100) + (month == 0 ? 0 : day);
    }

    /// <summary>1 for a man, 2 for a woman (M, F, H, male, female, homme, femme…); 0 for anything else.</summary>
    public static int Sex(string text) => text.Trim().ToUpperInvariant() switch
    {
        "M" or "MALE" or "H" or "HOMME" or "MASCULIN" or "1" => 1,
        "F" or "FEMALE" or "FEMME" or "FEMININ" or "FÉMININ" or "2" => 2,
        _ => 0,
    };
}
