using System.Runtime.CompilerServices;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>Values of key parts, as hashes.</summary>
internal static class KeyParts
{
    /// <summary>Most values one part gives for one record.</summary>
    public const int Most = 24;

    /// <summary>Writes the distinct values of a part and says how many.</summary>
    public static int Write(KeyPart part, ReadOnlySpan<int> row, Vocabulary vocabulary, Span<ulong> target)
    {
        var set = new KeySet(target);
        switch (part)
        {
            case KeyPart.SurnameSound:
                SurnameSounds(row, vocabulary, ref set);
                break;
            case KeyPart.GivenSound:
                GivenSounds(row, vocabulary, ref set);
                break;
            case KeyPart.FullNameSound:
                FullNames(row, vocabulary, ref set);
                break;
            case KeyPart.SurnameInitial or KeyPart.SurnameStart:
                Letters(part, Row.Get(row, Field.BirthName, Field.UsageName), vocabulary[Domain.Surname], ref set);
                break;
            case KeyPart.SurnameSlips:
                Letters(part, Row.Get(row, Field.BirthName, Field.FormerName), vocabulary[Domain.Surname], ref set);
                break;
            case KeyPart.GivenInitial or KeyPart.GivenStart or KeyPart.GivenSlips:
                Letters(part, First(row), vocabulary[Domain.GivenName], ref set);
                Letters(part, Row.Get(row, Field.UsedGivenName), vocabulary[Domain.GivenName], ref set);
                break;
            case KeyPart.EmailLocal:
                Locals(row, vocabulary[Domain.Email], ref set);
                break;
            case KeyPart.BirthYear or KeyPart.BirthMonth or KeyPart.BirthDate or KeyPart.BirthDay:
                Dates(part, row, ref set);
                break;
            case KeyPart.Address:
                Addresses(row, vocabulary, ref set);
                break;
            default:
                Plain(FieldOf(part), row, vocabulary, ref set);
                break;
        }

        return set.Count;
    }

    private static Field FieldOf(KeyPart part) => part switch
    {
        KeyPart.Sex => Field.Sex,
        KeyPart.BirthCommune => Field.BirthCommune,
        KeyPart.Email => Field.Email,
        KeyPart.Phone => Field.Phone,
        KeyPart.Street => Field.Street,
        KeyPart.PostCode => Field.PostCode,
        KeyPart.City => Field.City,
        KeyPart.HouseNumber => Field.HouseNumber,
        >= KeyPart.Text1 => Field.Text1 + (part - KeyPart.Text1),
        _ => Field.Identifier,
    };

    private static ReadOnlySpan<int> First(ReadOnlySpan<int> row) => Row.Get(row, Field.GivenNames) is { Length: > 1 } several ? several[..1] : Row.Get(row, Field.GivenNames);

    /// <summary>Initials, beginnings or slips of names.</summary>
    private static void Letters(KeyPart part, ReadOnlySpan<int> names, ValueTable table, ref KeySet set)
    {
        foreach (var name in names)
        {
            var text = table.Text(name);
            switch (part)
            {
                case KeyPart.SurnameInitial or KeyPart.GivenInitial:
                    set.Add(text[0]);
                    break;
                case KeyPart.SurnameStart or KeyPart.GivenStart:
                    set.Add(Hash.Of(text[..Math.Min(3, text.Length)]));
                    break;
                default:
                    Slips.Write(text, ref set);
                    break;
            }
        }
    }

    private static void Locals(ReadOnlySpan<int> row, ValueTable table, ref KeySet set)
    {
        foreach (var email in Row.Get(row, Field.Email))
        {
            set.Add(Hash.Of(EmailComparator.Local(table.Text(email))));
        }
    }

    private static void Plain(Field field, ReadOnlySpan<int> row, Vocabulary vocabulary, ref KeySet set)
    {
        var domain = Fields.DomainOf(field);
        foreach (var value in Row.Get(row, field))
        {
            set.Add(domain == Domain.None ? (ulong)value : Hash.Of(vocabulary[domain].Text(domain == Domain.Identifier ? value >> 1 : value)));
        }
    }

    private static void SurnameSounds(ReadOnlySpan<int> row, Vocabulary vocabulary, ref KeySet set)
    {
        var table = vocabulary[Domain.Surname];
        for (var f = Field.BirthName; f <= Field.FormerName; f++)
        {
            foreach (var name in Row.Get(row, f))
            {
                set.Add(table.Sound(name));
                var text = table.Text(name);
                if (text.Contains((byte)' '))
                {
                    foreach (var range in text.Split((byte)' '))
                    {
                        var token = text[range];
                        if (token.Length >= 4)
                        {
                            set.Add(NameSound.Of(token));
                        }
                    }
                }
            }
        }
    }

    private static void GivenSounds(ReadOnlySpan<int> row, Vocabulary vocabulary, ref KeySet set)
    {
        var table = vocabulary[Domain.GivenName];
        GivenSound(table, First(row), ref set);
        GivenSound(table, Row.Get(row, Field.UsedGivenName), ref set);
    }

    private static void GivenSound(ValueTable table, ReadOnlySpan<int> names, ref KeySet set)
    {
        foreach (var name in names)
        {
            var text = table.Text(name);
            var space = text.IndexOf((byte)' ');
            set.Add(space < 0 ? table.Sound(name) : NameSound.Of(text[..space]));
        }
    }

    [SkipLocalsInit]
    private static void FullNames(ReadOnlySpan<int> row, Vocabulary vocabulary, ref KeySet set)
    {
        Span<ulong> surnames = stackalloc ulong[Most];
        Span<ulong> given = stackalloc ulong[Most];
        var left = new KeySet(surnames);
        var right = new KeySet(given);
        SurnameSounds(row, vocabulary, ref left);
        GivenSounds(row, vocabulary, ref right);
        foreach (var x in surnames[..left.Count])
        {
            foreach (var y in given[..right.Count])
            {
                set.Add(Hash.Combine(Math.Min(x, y), Math.Max(x, y)));
            }
        }
    }

    private static void Dates(KeyPart part, ReadOnlySpan<int> row, ref KeySet set)
    {
        foreach (var date in Row.Get(row, Field.BirthDate))
        {
            var (year, month, day) = (date / 10000, date / 100 % 100, date % 100);
            if (part == KeyPart.BirthYear)
            {
                set.Add((ulong)year);
            }
            else if (part == KeyPart.BirthMonth)
            {
                set.Add((ulong)month);
            }
            else if (part == KeyPart.BirthDay)
            {
                if (day != 0 && date % 10000 is not (101 or 1231))
                {
                    set.Add((ulong)((Math.Min(month, day) * 100) + Math.Max(month, day)));
                }
            }
            else if (day != 0 && date % 10000 is not (101 or 1231))
            {
                set.Add((ulong)((year * 10000) + (Math.Min(month, day) * 100) + Math.Max(month, day)));
            }
        }
    }

    private static void Addresses(ReadOnlySpan<int> row, Vocabulary vocabulary, ref KeySet set)
    {
        // Identifiers first: of many streets and numbers some find no room.
        var ids = vocabulary[Domain.BanId];
        foreach (var id in Row.Get(row, Field.BanId))
        {
            if (ids.Facts(id).HasSpace)
            {
                set.Add(Hash.Of(ids.Text(id)));
            }
        }

        foreach (var street in Row.Get(row, Field.Street))
        {
            var text = vocabulary[Domain.Street].Text(street);
            var body = text[(text.IndexOf((byte)' ') + 1)..];
            foreach (var house in Row.Get(row, Field.HouseNumber))
            {
                set.Add(Hash.Combine(Hash.Of(vocabulary[Domain.HouseNumber].Text(house)), NameSound.Of(body)));
            }
        }
    }
}
