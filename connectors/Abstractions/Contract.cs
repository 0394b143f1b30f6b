namespace IntegrationHub.Connectors.Abstractions;

/// <summary>What a connector can do.</summary>
[Flags]
public enum Contract
{
    None = 0,
    Source = 1,
    Receiver = 2,
    Sink = 4,
    Enricher = 8,

    /// <summary>People prove at it who they are.</summary>
    SignIn = 16,
}
