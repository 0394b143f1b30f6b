using System.Collections.Frozen;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Functions.Places;

/// <summary>One line of an address cut into house number and street, with the usual abbreviations of street types written out.</summary>
internal sealed record StreetLine(string? HouseNumber, string? Street)
{
    /// <summary>Abbreviations of the postal standard (AFNOR NF Z10-011) and those people use.</summary>
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["R"] = "rue", ["RUE"] = "rue", ["AV"] = "avenue", ["AVE"] = "avenue", ["AVENUE"] = "avenue", ["BD"] = "boulevard", ["BLD"] = "boulevard",
        ["BVD"] = "boulevard", ["BLVD"] = "boulevard", ["BOUL"] = "boulevard", ["BOULEVARD"] = "boulevard", ["PL"] = "place", ["PLACE"] = "place",
        ["CHE"] = "chemin", ["CHEM"] = "chemin", ["CH"] = "chemin", ["CHEMIN"] = "chemin", ["RTE"] = "route", ["ROUTE"] = "route",
        ["IMP"] = "impasse", ["IMPASSE"] = "impasse", ["ALL"] = "allée", ["ALLEE"] = "allée", ["ALLEES"] = "allées", ["SQ"] = "square",
        ["SQUARE"] = "square", ["CRS"] = "cours", ["COURS"] = "cours", ["FG"] = "faubourg", ["FBG"] = "faubourg", ["FAUBOURG"] = "faubourg",
        ["LOT"] = "lotissement", ["LOTISSEMENT"] = "lotissement", ["QU"] = "quai", ["QUAI"] = "quai", ["PASS"] = "passage", ["PASSAGE"] = "passage",
        ["SENT"] = "sentier", ["SENTIER"] = "sentier", ["HAM"] = "hameau", ["HAMEAU"] = "hameau", ["ESP"] = "esplanade", ["ESPLANADE"] = "esplanade",
        ["PROM"] = "promenade", ["PROMENADE"] = "promenade", ["RPT"] = "rond-point", ["VLA"] = "villa", ["MTE"] = "montée", ["MONTEE"] = "montée",
        ["ZA"] = "ZA", ["ZI"] = "ZI", ["ZAC"] = "ZAC", ["RUELLE"] = "ruelle", ["TRAVERSE"] = "traverse", ["VOIE"] = "voie", ["LIEU"] = "lieu",
    }.ToFrozenDictionary();

    /// <summary>Null when the line has neither a house number nor a street type at its head.</summary>
    public static StreetLine? Of(string line)
    {
        var (number, rest) = House(line);
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        var head = space < 0 ? rest : rest[..space];
        if (head.Length <= 12 && space > 0 && Types.TryGetValue(Fold.Of(head), out var type))
        {
            // A street type written out keeps its capitals.
            return new StreetLine(number, type.Length == head.TrimEnd('.').Length ? rest : string.Concat(type, rest.AsSpan(space)));
        }

        return number is null || rest.Length == 0 ? null : new StreetLine(number, rest);
    }

    private static (string? Number, string Street) House(string line)
    {
        var end = 0;
        while (end < line.Length && char.IsAsciiDigit(line[end]))
        {
            end++;
        }

        if (end is 0 or > 4 || end == line.Length)
        {
            return (null, line);
        }

        var number = line[..end];
        if (line[end] is '-' or '/' && end + 1 < line.Length && char.IsAsciiDigit(line[end + 1]))
        {
            var second = end + 1;
            while (second < line.Length && char.IsAsciiDigit(line[second]))
            {
                second++;
            }

            (number, end) = (line[..second], second);
        }

        var rest = line.AsSpan(end).TrimStart(" ,");
        var suffix = rest.IndexOfAny(' ', ',') is var stop and > 0 ? rest[..stop] : rest;
        if (suffix.Length <= 6 && Suffix(suffix) is { } repeated && suffix.Length < rest.Length)
        {
            number = $"{number} {repeated}";
            rest = rest[suffix.Length..];
        }

        return (number, rest.TrimStart(" ,").ToString());
    }

    private static string? Suffix(ReadOnlySpan<char> word) => word switch
    {
        "bis" or "BIS" or "Bis" => "bis",
        "ter" or "TER" or "Ter" => "ter",
        "quater" or "QUATER" or "Quater" => "quater",
        [(>= 'A' and <= 'H') or 'T' or 'Q' or (>= 'a' and <= 'h')] => word.ToString().ToUpperInvariant(),
        _ => null,
    };
}
