namespace IntegrationHub.Tests.Host.Privacy;

/// <summary>Meters and activities belong to the process: whoever listens to all of them runs alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
