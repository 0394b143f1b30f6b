using IntegrationHub.Mappings.Engine.Functions.Text;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mappings.Engine.Functions.Places;

/// <summary>Address lines as typed, cut into parts. What is neither number, street nor city becomes the complement: nothing is lost.</summary>
internal static class AddressText
{
    public static PostalAddress? Of(IEnumerable<string?> lines)
    {
        StreetLine? street = null;
        string? postCode = null, city = null;
        var others = new List<string>(2);
        foreach (var line in lines)
        {
            var text = line;
            if (text is not null && TryCity(text, out var code, out var name, out var before))
            {
                (postCode, city, text) = (code, name, before);
            }

            if (text is null)
            {
                continue;
            }

            foreach (var piece in Pieces(text))
            {
                if (street is null && StreetLine.Of(piece) is { } found)
                {
                    street = found;
                }
                else
                {
                    others.Add(piece);
                }
            }
        }

        if (street is null && others.Count > 0 && !IsComplement(others[0]))
        {
            street = new StreetLine(null, others[0]);
            others.RemoveAt(0);
        }

        return street is null && postCode is null && others.Count == 0 ? null : new PostalAddress
        {
            HouseNumber = street?.HouseNumber,
            Street = street?.Street,
            Complement = others.Count == 0 ? null : string.Join(", ", others),
            PostCode = postCode,
            City = city,
        };
    }

    /// <summary>Commas part an address, but the one behind a house number.</summary>
    private static List<string> Pieces(string text)
    {
        if (!text.Contains(',', StringComparison.Ordinal))
        {
            return [text];
        }

        var pieces = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        for (var i = pieces.Count - 2; i >= 0; i--)
        {
            if (char.IsAsciiDigit(pieces[i][0]) && Words.Of(pieces[i]) is { Length: <= 2 } words && words.All(w => w.Length <= 6))
            {
                pieces[i] = $"{pieces[i]}, {pieces[i + 1]}";
                pieces.RemoveAt(i + 1);
            }
        }

        return pieces;
    }

    /// <summary>Finds "74000 ANNECY" at the end of a line, a house number before it or not.</summary>
    private static bool TryCity(string text, out string? postCode, out string? city, out string? before)
    {
        for (var i = text.Length - 7; i >= 0; i--)
        {
            if ((i == 0 || text[i - 1] is ' ' or ',' or '-') && text[i + 5] == ' ' && !text.AsSpan(i, 5).ContainsAnyExceptInRange('0', '9') && char.IsLetter(text[i + 6]))
            {
                var head = text[..i].TrimEnd(' ', ',', '-');
                (postCode, city, before) = (text.Substring(i, 5), text[(i + 6)..], head.Length == 0 ? null : head);
                return true;
            }
        }

        (postCode, city, before) = (null, null, null);
        return false;
    }

    private static bool IsComplement(string text)
    {
        var space = text.AsSpan().IndexOfAny(' ', '.');
        return Fold.Of(space < 0 ? text : text[..space]) is "BAT" or "BATIMENT" or "APT" or "APPT" or "APPARTEMENT" or "ESC" or "ESCALIER" or "ETAGE"
            or "RES" or "RESIDENCE" or "CHEZ" or "BP" or "CS" or "PORTE" or "ENTREE" or "IMMEUBLE" or "IMM";
    }
}
