namespace IntegrationHub.Mappings.Engine.Running;

/// <summary>What becomes of a row without any name.</summary>
internal enum Unnamed
{
    /// <summary>Nobody: an issue says so.</summary>
    Refuse,

    /// <summary>Somebody, where a birth date stands.</summary>
    WithBirthDate,

    /// <summary>Somebody, where anything stands.</summary>
    WithAnything,
}
