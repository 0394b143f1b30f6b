namespace IntegrationHub.Contracts;

/// <summary>One id as it stood when the message was sent.</summary>
public sealed record PersonMessage
{
    public required string Id { get; init; }

    /// <summary>Grows with every change of this id: ignore an older one.</summary>
    public required long Version { get; init; }

    /// <summary>active: hold it; merged, emptied, restricted, erased, outside: drop it.</summary>
    public required string State { get; init; }

    /// <summary>The id that answers for a merged one.</summary>
    public string? Into { get; init; }

    /// <summary>Permitted attributes as JSON, in the form of 'citizen' in the API description; null in a thin message.</summary>
    public string? Citizen { get; init; }
}
