using System.Text.Json;

namespace IntegrationHub.Mdm.Registry.Json;

/// <summary>Reads one value the reader stands on.</summary>
internal delegate T JsonItem<out T>(ref Utf8JsonReader reader);
