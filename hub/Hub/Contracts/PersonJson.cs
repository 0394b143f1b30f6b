using System.Text.Json;
using IntegrationHub.Mdm.Registry.Json;

namespace IntegrationHub.Hub.Contracts;

/// <summary>How the state of one id is written: the same in events, in the feed and in a snapshot, so that one piece of code keeps a copy.</summary>
public static class PersonJson
{
    public static void Write(Utf8JsonWriter json, PersonState person)
    {
        json.WriteStartObject();
        json.WriteString("id", person.Id.ToString());
        json.WriteNumber("version", person.Version);
        json.WriteString("state", person.Presence.ToString().ToLowerInvariant());
        if (person.Into is { } into)
        {
            json.WriteString("into", into.ToString());
        }

        if (person.View is { } view)
        {
            json.WritePropertyName("citizen");
            RegistryJson.Write(json, view.Citizen);
        }

        json.WriteEndObject();
    }
}
