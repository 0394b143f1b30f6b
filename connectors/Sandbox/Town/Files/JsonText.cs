using System.Text.Json;

namespace IntegrationHub.Connectors.Sandbox.Town.Files;

internal static class JsonText
{
    /// <summary>Leaves a property out where there is nothing to say.</summary>
    public static void Write(Utf8JsonWriter json, string property, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(property, text);
        }
    }
}
