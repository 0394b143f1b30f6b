using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Files;

/// <summary>How a checkpoint is written: generated when the product is built, for a page a second must not wait for reflection at the first.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(FileCheckpoint))]
internal sealed partial class FileCheckpointJson : JsonSerializerContext;
