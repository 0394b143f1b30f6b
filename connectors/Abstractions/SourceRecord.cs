using IntegrationHub.Connectors.Abstractions.Privacy;

namespace IntegrationHub.Connectors.Abstractions;

/// <summary>What a foreign system says about one of its records, untouched but for the fields the connection forbids.</summary>
public sealed record SourceRecord
{
    /// <summary>The record's key in its source: stable over time, unique in the connection, at most 400 characters.</summary>
    public required string Key { get; init; }

    /// <summary>How the source orders this record's versions; the number first, then the text ordinally.</summary>
    public required RecordVersion Version { get; init; }

    /// <summary>The record as bytes, in <see cref="MediaType"/>. Empty for a deletion.</summary>
    public ReadOnlyMemory<byte> Body
    {
        get => Content.Json;
        init => Content = value;
    }

    /// <summary>The body with what is known of its forbidden fields; a connector that cleared them itself spares the hub a second look.</summary>
    public RecordBody Content { get; init; }

    /// <summary><c>application/json</c> unless said otherwise; a row of a file is a JSON object of column name to text.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>The source deleted this record.</summary>
    public bool Deleted { get; init; }

    /// <summary>When the source last changed it, where it says so.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The connector itself checked the issuer's signature over a whole civil identity. Only an <see cref="ISignIn"/> can say so: from every other contract it is taken away.</summary>
    public bool Proven { get; init; }
}
