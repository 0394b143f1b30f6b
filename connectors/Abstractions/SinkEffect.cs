namespace IntegrationHub.Connectors.Abstractions;

/// <summary>What a write changed in the foreign system.</summary>
public enum SinkEffect
{
    Created,
    Updated,

    /// <summary>It already said so, or holds a later version.</summary>
    Unchanged,
    Deleted,
}
