using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Files;

/// <summary>Where a file source stands.</summary>
internal sealed record FileCheckpoint
{
    /// <summary>Before the first file.</summary>
    public static FileCheckpoint Start { get; } = new() { Phase = FilePhase.Done };

    /// <summary>Files taken so far, this one included: the first part of every record's version.</summary>
    public long Run { get; init; }

    /// <summary>Name without folder.</summary>
    public string File { get; init; } = "";

    /// <summary>SHA-256 of the file.</summary>
    public string Identity { get; init; } = "";

    public FilePhase Phase { get; init; }

    /// <summary>Bytes read.</summary>
    public long Offset { get; init; }

    /// <summary>Lines read.</summary>
    public long Lines { get; init; }

    /// <summary>Keys of the previous whole file looked at so far.</summary>
    public long Gone { get; init; }

    /// <summary>The run whose keys the next whole file is compared with; 0 for none.</summary>
    public long Keys { get; init; }

    /// <summary>The file gave at least one record.</summary>
    public bool Taken { get; init; }

    /// <summary>The file gave at least one reject.</summary>
    public bool Rejected { get; init; }

    public Checkpoint Write() => new(JsonSerializer.Serialize(this, FileCheckpointJson.Default.FileCheckpoint));

    /// <returns>Null when this source never wrote such a checkpoint.</returns>
    public static FileCheckpoint? Read(Checkpoint? checkpoint)
    {
        if (checkpoint is null)
        {
            return Start;
        }

        try
        {
            // The generated reader sets what is missing to null, whatever the record says of it.
            return JsonSerializer.Deserialize(checkpoint.Value, FileCheckpointJson.Default.FileCheckpoint) is { } read
                ? read with { File = read.File ?? "", Identity = read.Identity ?? "" }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
