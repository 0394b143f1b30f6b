using System.Text.Json;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Mdm.Registry.Json;

/// <summary>What a record says beside citizens, as one object.</summary>
internal static class LinkedJson
{
    public static void Write(Utf8JsonWriter writer, LinkedRow row)
    {
        writer.WriteStartObject();
        WriteBody(writer, row.Organisations, row.Relationships, row.Items);
        writer.WriteEndObject();
    }

    public static void WriteBody(
        Utf8JsonWriter writer, IReadOnlyList<OrganisationPart> organisations, IReadOnlyList<Relationship> relationships, IReadOnlyList<LinkedItem> items)
    {
        writer.Items("organisations"u8, organisations, WriteOrganisation);
        writer.Items("relationships"u8, relationships, WriteRelationship);
        writer.Items("items"u8, items, WriteItem);
    }

    public static LinkedRow Read(int recordId, ref Utf8JsonReader reader)
    {
        IReadOnlyList<OrganisationPart> organisations = [];
        IReadOnlyList<Relationship> relationships = [];
        IReadOnlyList<LinkedItem> items = [];
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "organisations"u8)) { organisations = JsonParts.ReadList(ref reader, ReadOrganisation); }
            else if (JsonParts.Is(ref reader, "relationships"u8)) { relationships = JsonParts.ReadList(ref reader, ReadRelationship); }
            else if (JsonParts.Is(ref reader, "items"u8)) { items = JsonParts.ReadList(ref reader, ReadItem); }
            else { reader.Skip(); }
        }

        return new LinkedRow(recordId, organisations, relationships, items);
    }

    private static void WriteOrganisation(Utf8JsonWriter writer, OrganisationPart part)
    {
        writer.WriteStartObject();
        writer.Text("part"u8, part.Part);
        writer.Text("siren"u8, part.Organisation.Siren);
        writer.Text("siret"u8, part.Organisation.Siret);
        writer.Text("rna"u8, part.Organisation.Rna);
        writer.Text("name"u8, part.Organisation.Name);
        if (part.Organisation.Address is { } address)
        {
            writer.WritePropertyName("address"u8);
            PlaceJson.Write(writer, address);
        }

        writer.WriteEndObject();
    }

    private static OrganisationPart ReadOrganisation(ref Utf8JsonReader reader)
    {
        var part = "";
        string? siren = null, siret = null, rna = null, name = null;
        PostalAddress? address = null;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "part"u8)) { part = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "siren"u8)) { siren = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "siret"u8)) { siret = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "rna"u8)) { rna = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "name"u8)) { name = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "address"u8)) { address = PlaceJson.ReadAddress(ref reader); }
            else { reader.Skip(); }
        }

        return new OrganisationPart(part, new Organisation { Siren = siren, Siret = siret, Rna = rna, Name = name, Address = address });
    }

    private static void WriteRelationship(Utf8JsonWriter writer, Relationship relationship)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, EnumWords<RelationshipKind>.Of(relationship.Kind));
        writer.Text("from"u8, relationship.FromPart);
        writer.Text("to"u8, relationship.ToPart);
        writer.Day("validFrom"u8, relationship.ValidFrom);
        writer.Day("validTo"u8, relationship.ValidTo);
        writer.WriteEndObject();
    }

    private static Relationship ReadRelationship(ref Utf8JsonReader reader)
    {
        RelationshipKind kind = default;
        string fromPart = "", toPart = "";
        DateOnly? from = null, to = null;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "kind"u8)) { kind = EnumWords<RelationshipKind>.Read(ref reader); }
            else if (JsonParts.Is(ref reader, "from"u8)) { fromPart = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "to"u8)) { toPart = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "validFrom"u8)) { from = JsonParts.ReadDay(ref reader); }
            else if (JsonParts.Is(ref reader, "validTo"u8)) { to = JsonParts.ReadDay(ref reader); }
            else { reader.Skip(); }
        }

        return new Relationship(kind, fromPart, toPart, from, to);
    }

    private static void WriteItem(Utf8JsonWriter writer, LinkedItem item)
    {
        writer.WriteStartObject();
        writer.Text("system"u8, item.System);
        writer.Text("kind"u8, item.Kind);
        writer.Text("reference"u8, item.Reference);
        writer.Instant("received"u8, item.Received);
        writer.Text("state"u8, item.State);
        writer.Text("owner"u8, item.OwnerPart);
        writer.WriteEndObject();
    }

    private static LinkedItem ReadItem(ref Utf8JsonReader reader)
    {
        string system = "", kind = "", reference = "";
        DateTimeOffset? received = null;
        string? state = null, owner = null;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "system"u8)) { system = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "kind"u8)) { kind = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "reference"u8)) { reference = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "received"u8)) { received = JsonParts.ReadInstant(ref reader); }
            else if (JsonParts.Is(ref reader, "state"u8)) { state = reader.GetString(); }
            else if (JsonParts.Is(ref reader, "owner"u8)) { owner = reader.GetString(); }
            else { reader.Skip(); }
        }

        return new LinkedItem(system, kind, reference, received, state, owner);
    }
}
