namespace IntegrationHub.Tests.Sandbox;

/// <summary>Tests that measure the whole process run by themselves.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
