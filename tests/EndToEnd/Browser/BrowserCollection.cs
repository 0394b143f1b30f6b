namespace IntegrationHub.Tests.EndToEnd.Browser;

/// <summary>Tests that share one hub and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<HubInBrowser>
{
    public const string Name = "browser";
}
