namespace IntegrationHub.Tests.Host.Support;

/// <summary>Tests that share one running hub.</summary>
[CollectionDefinition(Name)]
public sealed class HubCollection : ICollectionFixture<RunningHub>
{
    public const string Name = "running hub";
}
