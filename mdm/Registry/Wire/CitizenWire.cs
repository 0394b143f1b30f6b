using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Wire;

/// <summary>A citizen, field by field as in <c>registry.proto</c>.</summary>
internal static class CitizenWire
{
    public static void Write(WireWriter writer, Citizen citizen)
    {
        writer.Text(1, citizen.BirthName);
        writer.Text(2, citizen.UsageName);
        writer.Texts(3, citizen.GivenNames);
        writer.Text(4, citizen.UsedGivenName);
        writer.Messages(5, citizen.FormerNames, PersonWire.Write);
        writer.Number(6, (long)citizen.Sex);
        writer.Date(7, citizen.BirthDate);
        if (citizen.BirthPlace is { } place)
        {
            writer.Message(8, place, PlaceWire.Write);
        }

        writer.Messages(9, citizen.Emails, ContactWire.Write);
        writer.Messages(10, citizen.Phones, ContactWire.Write);
        writer.Messages(11, citizen.Addresses, PlaceWire.Write);
        writer.Messages(12, citizen.Identifiers, PersonWire.Write);
        if (citizen.Death is { } death)
        {
            writer.Message(13, death, PersonWire.Write);
        }

        writer.Messages(14, citizen.Consents, ContactWire.Write);
        writer.Number(15, (long)citizen.Verification);
        writer.Number(16, (long)citizen.Status);
        if (citizen.Extra.Count > 0)
        {
            foreach (var extra in citizen.Extra.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.Message(17, extra, WriteExtra);
            }
        }

        if (citizen.Said.Count > 0)
        {
            foreach (var said in citizen.Said.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.Message(18, said, WriteSaid);
            }
        }
    }

    public static Citizen Read(WireReader reader)
    {
        string? birthName = null, usageName = null, usedGivenName = null;
        List<string>? givenNames = null;
        List<FormerName>? formerNames = null;
        Sex sex = default;
        PartialDate? birthDate = null;
        BirthPlace? birthPlace = null;
        List<ContactPoint>? emails = null, phones = null;
        List<PostalAddress>? addresses = null;
        List<Identifier>? identifiers = null;
        Death? death = null;
        List<Consent>? consents = null;
        VerificationLevel verification = default;
        IdentityStatus status = default;
        Dictionary<string, string>? extra = null;
        Dictionary<string, DateTimeOffset>? said = null;
        for (var field = reader.Next(); field != 0; field = reader.Next())
        {
            switch (field)
            {
                case 1: birthName = reader.Text(); break;
                case 2: usageName = reader.Text(); break;
                case 3: (givenNames ??= new(2)).Add(reader.Text()); break;
                case 4: usedGivenName = reader.Text(); break;
                case 5: (formerNames ??= new(1)).Add(PersonWire.ReadName(reader.Message())); break;
                case 6: sex = (Sex)reader.Number(); break;
                case 7: birthDate = reader.Date(); break;
                case 8: birthPlace = PlaceWire.ReadBirthPlace(reader.Message()); break;
                case 9: (emails ??= new(1)).Add(ContactWire.ReadPoint(reader.Message())); break;
                case 10: (phones ??= new(1)).Add(ContactWire.ReadPoint(reader.Message())); break;
                case 11: (addresses ??= new(1)).Add(PlaceWire.ReadAddress(reader.Message())); break;
                case 12: (identifiers ??= new(1)).Add(PersonWire.ReadIdentifier(reader.Message())); break;
                case 13: death = PersonWire.ReadDeath(reader.Message()); break;
                case 14: (consents ??= new(1)).Add(ContactWire.ReadConsent(reader.Message())); break;
                case 15: verification = (VerificationLevel)reader.Number(); break;
                case 16: status = (IdentityStatus)reader.Number(); break;
                case 17: ReadExtra(reader.Message(), extra ??= new(StringComparer.Ordinal)); break;
                case 18: ReadSaid(reader.Message(), said ??= new(StringComparer.Ordinal)); break;
                default: reader.Skip(); break;
            }
        }

        var citizen = new Citizen
        {
            BirthName = birthName, UsageName = usageName, GivenNames = givenNames ?? [], UsedGivenName = usedGivenName, FormerNames = formerNames ?? [],
            Sex = sex, BirthDate = birthDate, BirthPlace = birthPlace, Emails = emails ?? [], Phones = phones ?? [], Addresses = addresses ?? [],
            Identifiers = identifiers ?? [], Death = death, Consents = consents ?? [], Verification = verification, Status = status,
        };
        citizen = extra is null ? citizen : citizen with { Extra = extra };
        return said is null ? citizen : citizen with { Said = said };
    }

    private static void WriteSaid(WireWriter writer, KeyValuePair<string, DateTimeOffset> said)
    {
        writer.Text(1, said.Key);
        writer.Instant(2, said.Value);
    }

    private static void ReadSaid(WireReader reader, Dictionary<string, DateTimeOffset> said)
    {
        var (name, at) = ("", DateTimeOffset.MinValue);
        for (var field = reader.Next(); field != 0; field = reader.Next())
        {
            switch (field)
            {
                case 1: name = reader.Text(); break;
                case 2: at = reader.Instant(); break;
                default: reader.Skip(); break;
            }
        }

        said[name] = at;
    }

    private static void WriteExtra(WireWriter writer, KeyValuePair<string, string> extra)
    {
        writer.Text(1, extra.Key);
        writer.Text(2, extra.Value);
    }

    private static void ReadExtra(WireReader reader, Dictionary<string, string> extra)
    {
        string name = "", value = "";
        for (var field = reader.Next(); field != 0; field = reader.Next())
        {
            switch (field)
            {
                case 1: name = reader.Text(); break;
                case 2: value = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        extra[name] = value;
    }
}
