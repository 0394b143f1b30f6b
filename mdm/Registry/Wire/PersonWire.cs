using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Wire;

/// <summary>What a person was named, is numbered by, and their death.</summary>
internal static class PersonWire
{
    public static void Write(WireWriter writer, FormerName name)
    {
        writer.Text(1, name.BirthName);
        writer.Texts(2, name.GivenNames);
        writer.Day(3, name.ValidTo);
    }

    public static FormerName ReadName(WireReader reader)
    {
        string? birthName = null;
        List<string>? givenNames = null;
        DateOnly? validTo = null;
        for (var field = reader.Next(); field != 0; field = reader.Next())
        {
            switch (field)
            {
                case 1: birthName = reader.Text(); break;
                case 2: (givenNames ??= new(2)).Add(reader.Text()); break;
                case 3: validTo = reader.Day(); break;
                default: reader.Skip(); break;
            }
        }

        return new FormerName(birthName, givenNames ?? [], validTo);
    }

    public static void Write(WireWriter writer, Identifier identifier)
    {
        writer.Text(1, identifier.System);
        writer.Text(2, identifier.Value);
        writer.Flag(3, identifier.Verified);
    }

    public static Identifier ReadIdentifier(WireReader reader)
    {
        string system = "", value = "";
        var verified = false;
        for (var field = reader.Next(); field != 0; field = reader.Next())
        {
            switch (field)
            {
                case 1: system = reader.Text(); break;
                case 2: value = reader.Text(); break;
                case 3: verified = reader.Number() != 0; break;
                default: reader.Skip(); break;
            }
        }

        return new Identifier(system, value, verified);
    }

    public static void Write(WireWriter writer, Death death)
    {
        writer.Date(1, death.Date);
        writer.Text(2, death.PlaceCode);
    }

    public static Death ReadDeath(WireReader reader)
    {
        PartialDate? date = null;
        string? place = null;
        for (var field = reader.Next(); field != 0; field = reader.Next())
        {
            switch (field)
            {
                case 1: date = reader.Date(); break;
                case 2: place = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return new Death(date, place);
    }
}
