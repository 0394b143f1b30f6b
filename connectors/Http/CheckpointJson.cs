using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http;

/// <summary>Checkpoints as small JSON records: readable by an architect who must edit one.</summary>
public static class CheckpointJson
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static Checkpoint Write<T>(T state) where T : class => new(JsonSerializer.Serialize(state, Web));

    /// <returns>Null for no checkpoint: read from the beginning.</returns>
    /// <exception cref="HttpFailureException">It is not one of this source.</exception>
    public static T? Read<T>(Checkpoint? checkpoint) where T : class
    {
        try
        {
            return checkpoint is null ? null : JsonSerializer.Deserialize<T>(checkpoint.Value, Web);
        }
        catch (JsonException)
        {
            throw new HttpFailureException(new Failure(FailureKind.Denied, "checkpoint.unreadable",
                "The stored checkpoint is not one of this connector: correct it, or remove it to read from the beginning."));
        }
    }
}
