using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationHub.Connectors.Ged;

/// <summary>Bodies are stored, not shown in a page: accented letters stay as they are.</summary>
internal static class Relaxed
{
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
