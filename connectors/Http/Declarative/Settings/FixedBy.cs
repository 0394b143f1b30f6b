namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>Who mends an error.</summary>
public enum FixedBy
{
    /// <summary>It passes by itself.</summary>
    Nobody,

    /// <summary>The hub's architect.</summary>
    Architect,

    /// <summary>The data steward.</summary>
    Steward,

    /// <summary>Whoever runs the other system.</summary>
    SystemOwner,
}
