namespace IntegrationHub.Mdm.Registry.Storing;

/// <summary>A version of a configuration document, as the YAML or JSON it was given.</summary>
public sealed record DocumentRow(string Kind, string Name, int Version, string Text, DateTimeOffset At, string By, bool Removed = false);
