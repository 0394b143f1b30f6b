using System.Text.Json;

namespace IntegrationHub.Connectors.Channels.Mail;

/// <summary>Somebody a header names.</summary>
/// <param name="Name">As they call themselves; null when only the address is given.</param>
/// <param name="Address">Null when what stands there is no address.</param>
internal sealed record Mailbox(string? Name, string? Address)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (Name is not null)
        {
            json.WriteString("name", Name);
        }

        if (Address is not null)
        {
            json.WriteString("address", Address);
        }

        json.WriteEndObject();
    }
}
