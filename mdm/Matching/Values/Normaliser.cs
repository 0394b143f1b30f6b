using System.Globalization;
using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>The comparison form of a raw value, by field; the raw value is never changed.</summary>
internal static class Normaliser
{
    /// <summary>Writes the form and says its length; 0 when the value says nothing.</summary>
    public static int Write(Field field, string raw, Span<byte> target) => field switch
    {
        Field.BirthName or Field.UsageName or Field.FormerName or Field.GivenNames or Field.UsedGivenName => Name(raw, target),
        Field.Email => Email(raw, target),
        Field.Phone => Phone(raw, target),
        Field.Street => Words(raw, target, StreetWords.Expand),
        Field.City => Words(raw, target, StreetWords.ExpandCity),
        Field.HouseNumber or Field.PostCode => Squeeze(target[..Fold.Write(raw, target)]),
        Field.BirthCommune or Field.BirthCountry or Field.CommuneCode => Place(raw, target),
        Field.BanId => BanIds.Write(raw, target),
        Field.Identifier => Exact(raw, target),
        Field.Number1 or Field.Number2 => Number(raw, target),
        _ => Fold.Write(raw, target),
    };

    private static int Name(string raw, Span<byte> target)
    {
        var text = target[..Fold.Write(raw, target)];
        if (!text.Contains((byte)' '))
        {
            return text.Length;
        }

        foreach (var title in Civilities)
        {
            if (text.Length > title.Length + 1 && text[title.Length] == ' ' && text.StartsWith(title))
            {
                text[(title.Length + 1)..].CopyTo(target);
                text = target[..(text.Length - title.Length - 1)];
                break;
            }
        }

        var dit = text.IndexOf(" DIT "u8);
        return dit > 0 ? dit : text.Length;
    }

    private static ReadOnlySpan<byte[]> Civilities => CivilityWords;

    private static readonly byte[][] CivilityWords = [.. new[] { "MR", "MME", "MLLE", "MONSIEUR", "MADAME", "MADEMOISELLE" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    private static int Email(string raw, Span<byte> target)
    {
        var length = Exact(raw.ToLowerInvariant(), target);
        var text = target[..length];
        var at = text.IndexOf((byte)'@');
        if (at <= 0 || at == length - 1)
        {
            return 0;
        }

        return length;
    }

    /// <summary>The last nine digits: the national number whatever the prefix (+33, 0033, 0).</summary>
    private static int Phone(string raw, Span<byte> target)
    {
        Span<byte> digits = stackalloc byte[Fold.MaxLength];
        var n = 0;
        foreach (var c in raw)
        {
            if (char.IsAsciiDigit(c) && n < digits.Length)
            {
                digits[n++] = (byte)c;
            }
        }

        var kept = digits[Math.Max(0, n - 9)..n];
        kept.CopyTo(target);
        return n < 6 ? 0 : kept.Length;
    }

    /// <summary>A COG code (2A004, 75114, 99352), a lost leading zero given back; or a folded label.</summary>
    private static int Place(string raw, Span<byte> target)
    {
        var length = Words(raw, target, StreetWords.ExpandCity);
        var text = target[..length];
        if (length == 4 && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
        {
            text.CopyTo(target[1..]);
            target[0] = (byte)'0';
            return 5;
        }

        return length;
    }

    /// <summary>As it is; of what is too long the beginning and a hash of the whole, so that two which begin alike stay two.</summary>
    private static int Exact(string raw, Span<byte> target)
    {
        const int HashLength = 16;
        var (n, kept) = (0, 0);
        foreach (var rune in raw.AsSpan().Trim().EnumerateRunes())
        {
            if (n + 4 > Fold.MaxLength)
            {
                var hash = Hash.Of(MemoryMarshal.AsBytes(raw.AsSpan().Trim()));
                hash.TryFormat(target[kept..], out var written, "x16", CultureInfo.InvariantCulture);
                return kept + written;
            }

            n += rune.EncodeToUtf8(target[n..]);
            kept = n <= Fold.MaxLength - HashLength ? n : kept;
        }

        return n;
    }

    /// <summary>Digits with a sign and one point, thousands run together; 0 for anything else.</summary>
    private static int Number(string raw, Span<byte> target)
    {
        var plain = raw.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && (number / 1.000000000000000000000000000000000m).TryFormat(target, out var length, default, CultureInfo.InvariantCulture) ? length : 0;
    }

    private static int Words(string raw, Span<byte> target, Func<ReadOnlySpan<byte>, bool, ReadOnlySpan<byte>> expand)
    {
        Span<byte> room = stackalloc byte[Fold.MaxLength];
        ReadOnlySpan<byte> folded = room[..Fold.Write(raw, room)];
        var length = 0;
        while (!folded.IsEmpty)
        {
            var space = folded.IndexOf((byte)' ');
            var word = expand(space < 0 ? folded : folded[..space], length == 0);
            folded = space < 0 ? default : folded[(space + 1)..];
            if (word.Length == 0 || length + word.Length + 1 > Fold.MaxLength)
            {
                continue;
            }

            if (length > 0)
            {
                target[length++] = (byte)' ';
            }

            word.CopyTo(target[length..]);
            length += word.Length;
        }

        return length;
    }

    private static int Squeeze(Span<byte> text)
    {
        var n = 0;
        foreach (var c in text)
        {
            if (c != ' ')
            {
                text[n++] = c;
            }
        }

        return n;
    }
}
