using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Wire;

internal static class ContactWire
{
    public static void Write(WireWriter writer, ContactPoint point)
    {
        writer.Text(1, point.Value);
        writer.Text(2, point.Usage);
    }

    public static ContactPoint ReadPoint(WireReader reader)
    {
        var value = "";
        string? usage = null;
        for (var field = reader.Next(); field != 0; field = reader.Next())
        {
            switch (field)
            {
                case 1: value = reader.Text(); break;
                case 2: usage = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return new ContactPoint(value, usage);
    }

    public static void Write(WireWriter writer, Consent consent)
    {
        writer.Text(1, consent.Channel);
        writer.Text(2, consent.Purpose);
        writer.Flag(3, consent.Granted);
        writer.Instant(4, consent.At);
        writer.Text(5, consent.Proof);
    }

    public static Consent ReadConsent(WireReader reader)
    {
        string channel = "", purpose = "";
        string? proof = null;
        var granted = false;
        DateTimeOffset? at = null;
        for (var field = reader.Next(); field != 0; field = reader.Next())
        {
            switch (field)
            {
                case 1: channel = reader.Text(); break;
                case 2: purpose = reader.Text(); break;
                case 3: granted = reader.Number() != 0; break;
                case 4: at = reader.Instant(); break;
                case 5: proof = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return new Consent(channel, purpose, granted, at, proof);
    }
}
