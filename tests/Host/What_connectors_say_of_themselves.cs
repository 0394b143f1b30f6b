using IntegrationHub.Connectors.Abstractions;
using Catalogue = IntegrationHub.Host.Catalogues.Connectors;

namespace IntegrationHub.Tests.Host;

/// <summary>The catalogue of connectors is what an architect chooses by: none may be silent about itself, and none may say more than its contracts do.</summary>
public sealed class What_connectors_say_of_themselves
{
    private const Contract Reading = Contract.Source | Contract.Receiver | Contract.Enricher | Contract.SignIn;

    public static TheoryData<string> Names => [.. Catalogue.All.Select(connector => connector.Manifest.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_connector_says_what_it_speaks_reads_and_writes_what_was_tested_and_what_was_not(string name)
    {
        var manifest = Catalogue.Find(name)!.Manifest;

        var about = manifest.About;
        Assert.True(about is not null, $"{name}: give its manifest an About");
        Assert.Equal((manifest.Contracts & Reading) != Contract.None, about.Reads is not null);
        Assert.Equal(manifest.Contracts.HasFlag(Contract.Sink), about.Writes is not null);
        Assert.All(new[] { about.Speaks, about.Reads, about.Writes, about.Tested, about.NotTested }.OfType<LocalText>(), text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text.French));
            Assert.False(string.IsNullOrWhiteSpace(text.English));
        });
        Assert.NotEqual(about.Tested.French, about.Tested.English);
        Assert.NotEqual(about.NotTested.French, about.NotTested.English);
        Assert.Matches(@"^\d+\.\d+$", manifest.Version);
        Assert.Equal(manifest.Checks.Order(), manifest.Checks);
    }

    [Fact]
    public void No_two_connectors_have_one_name() => Assert.Equal(Catalogue.All.Count, Catalogue.All.DistinctBy(connector => connector.Manifest.Name).Count());
}
