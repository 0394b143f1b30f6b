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
            case KeyPart.SurnameInitial:
                Initials(row, Field.BirthName, vocabulary[Domain.Surname], ref set);
                Initials(row, Field.UsageName, vocabulary[Domain.Surname], ref set);
                break;
            case KeyPart.GivenInitial:
                var given = Row.Get(row, Field.GivenNames);
                if (given.Length > 0)
                {
                    set.Add(vocabulary[Domain.GivenName].Text(given[0])[0]);
                }

                Initials(row, Field.UsedGivenName, vocabulary[Domain.GivenName], ref set);
                break;
            case KeyPart.SurnameStart:
                Starts(row, Field.BirthName, vocabulary[Domain.Surname], ref set);
                Starts(row, Field.UsageName, vocabulary[Domain.Surname], ref set);
                break;
            case KeyPart.GivenStart:
                var names = Row.Get(row, Field.GivenNames);
                if (names.Length > 0)
                {
                    set.Add(Start(vocabulary[Domain.GivenName].Text(names[0])));
                }

                Starts(row, Field.UsedGivenName, vocabulary[Domain.GivenName], ref set);
                break;
            case KeyPart.SurnameSlips:
                foreach (var name in Row.Get(row, Field.BirthName, Field.FormerName))
                {
                    Slips.Write(vocabulary[Domain.Surname].Text(name), ref set);
                }

                break;
            case KeyPart.GivenSlips:
                foreach (var name in Row.Get(row, Field.GivenNames) is { Length: > 1 } several ? several[..1] : Row.Get(row, Field.GivenNames))
                {
                    Slips.Write(vocabulary[Domain.GivenName].Text(name), ref set);
                }

                foreach (var name in Row.Get(row, Field.UsedGivenName))
                {
                    Slips.Write(vocabulary[Domain.GivenName].Text(name), ref set);
                }

                break;
            case KeyPart.EmailLocal:
                foreach (var email in Row.Get(row, Field.Email))
                {
                    var text = vocabulary[Domain.Email].Text(email);
                    set.Add(Hash.Of(text[..text.IndexOf((byte)'@')]));
                }

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

    private static void Starts(ReadOnlySpan<int> row, Field field, ValueTable table, ref KeySet set)
    {
        foreach (var name in Row.Get(row, field))
        {
            set.Add(Start(table.Text(name)));
        }
    }

    private static ulong Start(ReadOnlySpan<byte> text) => Hash.Of(text[..Math.Min(3, text.Length)]);

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
        var given = Row.Get(row, Field.GivenNames);
        GivenSound(table, given.Length > 0 ? given[..1] : given, ref set);
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

    private static void Initials(ReadOnlySpan<int> row, Field field, ValueTable table, ref KeySet set)
    {
        foreach (var name in Row.Get(row, field))
        {
            set.Add(table.Text(name)[0]);
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
