using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Wire;

internal static class PlaceWire
{
    public static void Write(WireWriter writer, BirthPlace place)
    {
        writer.Text(1, place.CommuneCode);
        writer.Text(2, place.Label);
        writer.Text(3, place.CountryCode);
    }

    public static BirthPlace ReadBirthPlace(WireReader reader)
    {
        string? commune = null, label = null, country = null;
        for (var field = reader.Next(); field != 0; field = reader.Next())
        {
            switch (field)
            {
                case 1: commune = reader.Text(); break;
                case 2: label = reader.Text(); break;
                case 3: country = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return new BirthPlace(commune, label, country);
    }

    public static void Write(WireWriter writer, PostalAddress address)
    {
        writer.Text(1, address.HouseNumber);
        writer.Text(2, address.Street);
        writer.Text(3, address.Complement);
        writer.Text(4, address.PostCode);
        writer.Text(5, address.City);
        writer.Text(6, address.CommuneCode);
        writer.Text(7, address.CountryCode);
        writer.Text(8, address.BanId);
        writer.Day(9, address.ValidFrom);
        writer.Day(10, address.ValidTo);
    }

    public static PostalAddress ReadAddress(WireReader reader)
    {
        string? house = null, street = null, complement = null, postCode = null, city = null, commune = null, country = null, ban = null;
        DateOnly? from = null, to = null;
        for (var field = reader.Next(); field != 0; field = reader.Next())
        {
            switch (field)
            {
                case 1: house = reader.Text(); break;
                case 2: street = reader.Text(); break;
                case 3: complement = reader.Text(); break;
                case 4: postCode = reader.Text(); break;
                case 5: city = reader.Text(); break;
                case 6: commune = reader.Text(); break;
                case 7: country = reader.Text(); break;
                case 8: ban = reader.Text(); break;
                case 9: from = reader.Day(); break;
                case 10: to = reader.Day(); break;
                default: reader.Skip(); break;
            }
        }

        return new PostalAddress
        {
            HouseNumber = house, Street = street, Complement = complement, PostCode = postCode, City = city,
            CommuneCode = commune, CountryCode = country, BanId = ban, ValidFrom = from, ValidTo = to,
        };
    }
}
