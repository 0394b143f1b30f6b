using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Places;

/// <summary>A commune's name as people write it, cut into a key to look up and hints: "PARIS 14E ARRONDISSEMENT", "Saint-Denis (93)", "ANNECY CEDEX 9".</summary>
internal sealed partial record CommuneLabel(string Key, string? Departement, int District)
{
    public static CommuneLabel Of(string text)
    {
        var folded = Fold.Of(text);
        var district = 0;
        string? departement = null;
        var cedex = folded.IndexOf(" CEDEX", StringComparison.Ordinal);
        if (cedex > 0)
        {
            folded = folded[..cedex];
        }

        if (folded.Length > 0 && folded.AsSpan().ContainsAnyInRange('0', '9'))
        {
            (folded, departement, district) = Numbered(folded);
        }
        else if (text.Contains('(', StringComparison.Ordinal))
        {
            var open = text.IndexOf('(', StringComparison.Ordinal);
            if (open > 0 && DepartementTable.CodeOf(text[(open + 1)..].TrimEnd(')', ' ')) is { } code)
            {
                (folded, departement) = (Fold.Of(text[..open]), code);
            }
        }

        return new CommuneLabel(Saints(folded), departement, district);
    }

    /// <summary>A number behind a name is a district of the three largest cities, else a département.</summary>
    private static (string Name, string? Departement, int District) Numbered(string folded)
    {
        if (folded[0] is 'P' or 'L' or 'M' && DistrictName().Match(folded) is { Success: true } found)
        {
            return (found.Groups["city"].Value, null, int.Parse(found.Groups["district"].ValueSpan, CultureInfo.InvariantCulture));
        }

        var space = folded.LastIndexOf(' ');
        var tail = folded[(space + 1)..];
        return space > 0 && (tail is "2A" or "2B" || (tail.Length is 2 or 3 && tail.All(char.IsAsciiDigit))) ? (folded[..space], tail, 0) : (folded, null, 0);
    }

    private static string Saints(string folded)
    {
        if (!folded.Contains("ST ", StringComparison.Ordinal) && !folded.Contains("STE ", StringComparison.Ordinal))
        {
            return folded;
        }

        var padded = $" {folded} ".Replace(" ST ", " SAINT ", StringComparison.Ordinal).Replace(" STE ", " SAINTE ", StringComparison.Ordinal);
        return padded[1..^1];
    }

    [GeneratedRegex("^(?<city>PARIS|LYON|MARSEILLE) 0?(?<district>[0-9]{1,2}) ?(E|EME|ER)?( ARR(ONDISSEMENT)?| ARDT)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex DistrictName();
}
