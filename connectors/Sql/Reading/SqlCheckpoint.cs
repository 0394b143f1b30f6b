using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Sql.Reading;

/// <summary>Where a SQL source stands.</summary>
internal sealed record SqlCheckpoint
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static SqlCheckpoint Start { get; } = new() { Phase = SqlPhase.Done };

    /// <summary>Runs so far, this one included: orders two states of a row with one cursor value.</summary>
    public long Run { get; init; }

    public SqlPhase Phase { get; init; }

    /// <summary>Where this run's rows begin; null for all.</summary>
    public SqlPoint? From { get; init; }

    /// <summary>Cursor and key of the row read last in this phase; null before the first.</summary>
    public IReadOnlyList<SqlPoint>? Last { get; init; }

    /// <summary>The greatest cursor seen; the next run begins somewhat before it.</summary>
    public SqlPoint? High { get; init; }

    /// <summary>Keys of the earlier run looked at so far.</summary>
    public long Gone { get; init; }

    /// <summary>The run whose keys the next comparison is made with; 0 for none.</summary>
    public long Keys { get; init; }

    /// <summary>The finished run before this one, whose rows are not given again unless they changed; 0 for none.</summary>
    public long Seen { get; init; }

    /// <summary>Rows of this run looked at so far.</summary>
    public long Rows { get; init; }

    public Checkpoint Write() => new(JsonSerializer.Serialize(this, Json));

    /// <returns>Null when this source never wrote such a checkpoint.</returns>
    public static SqlCheckpoint? Read(Checkpoint? checkpoint)
    {
        if (checkpoint is null)
        {
            return Start;
        }

        try
        {
            return JsonSerializer.Deserialize<SqlCheckpoint>(checkpoint.Value, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
