using System.Text.Json;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Json;

/// <summary>How a citizen is reached, named and may be contacted: contact points, identifiers, consents, death.</summary>
internal static class ContactJson
{
    public static void Write(Utf8JsonWriter writer, ContactPoint point)
    {
        writer.WriteStartObject();
        writer.Text("value"u8, point.Value);
        writer.Text("usage"u8, point.Usage);
        writer.WriteEndObject();
    }

    public static ContactPoint ReadPoint(ref Utf8JsonReader reader)
    {
        string value = "";
        string? usage = null;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "value"u8)) { value = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "usage"u8)) { usage = reader.GetString(); }
            else { reader.Skip(); }
        }

        return new ContactPoint(value, usage);
    }

    public static void Write(Utf8JsonWriter writer, Identifier identifier)
    {
        writer.WriteStartObject();
        writer.Text("system"u8, identifier.System);
        writer.Text("value"u8, identifier.Value);
        writer.Flag("verified"u8, identifier.Verified);
        writer.WriteEndObject();
    }

    public static Identifier ReadIdentifier(ref Utf8JsonReader reader)
    {
        string system = "", value = "";
        var verified = false;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "system"u8)) { system = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "value"u8)) { value = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "verified"u8)) { verified = reader.GetBoolean(); }
            else { reader.Skip(); }
        }

        return new Identifier(system, value, verified);
    }

    public static void Write(Utf8JsonWriter writer, Consent consent)
    {
        writer.WriteStartObject();
        writer.Text("channel"u8, consent.Channel);
        writer.Text("purpose"u8, consent.Purpose);
        writer.WriteBoolean("granted"u8, consent.Granted);
        writer.Instant("at"u8, consent.At);
        writer.Text("proof"u8, consent.Proof);
        writer.WriteEndObject();
    }

    public static Consent ReadConsent(ref Utf8JsonReader reader)
    {
        string channel = "", purpose = "";
        string? proof = null;
        var granted = false;
        DateTimeOffset? at = null;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "channel"u8)) { channel = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "purpose"u8)) { purpose = JsonParts.ReadText(ref reader); }
            else if (JsonParts.Is(ref reader, "granted"u8)) { granted = reader.GetBoolean(); }
            else if (JsonParts.Is(ref reader, "at"u8)) { at = JsonParts.ReadInstant(ref reader); }
            else if (JsonParts.Is(ref reader, "proof"u8)) { proof = reader.GetString(); }
            else { reader.Skip(); }
        }

        return new Consent(channel, purpose, granted, at, proof);
    }

    public static void Write(Utf8JsonWriter writer, Death death)
    {
        writer.WriteStartObject();
        writer.Partial("date"u8, death.Date);
        writer.Text("place"u8, death.PlaceCode);
        writer.WriteEndObject();
    }

    public static Death ReadDeath(ref Utf8JsonReader reader)
    {
        PartialDate? date = null;
        string? place = null;
        while (JsonParts.NextProperty(ref reader))
        {
            if (JsonParts.Is(ref reader, "date"u8)) { date = JsonParts.ReadPartial(ref reader); }
            else if (JsonParts.Is(ref reader, "place"u8)) { place = reader.GetString(); }
            else { reader.Skip(); }
        }

        return new Death(date, place);
    }
}
