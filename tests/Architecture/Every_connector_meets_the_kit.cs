using System.Text.RegularExpressions;

namespace IntegrationHub.Tests.Architecture;

/// <summary>Read from the sources: a connector of the catalogue, each contract of its manifest, and a test class that derives from that contract's kit and names the connector.</summary>
public sealed partial class Every_connector_meets_the_kit
{
    private static readonly IReadOnlyList<string> Tests =
        [.. Repository.Sources.Where(file => file.StartsWith("tests/", StringComparison.Ordinal)).Select(Repository.Read).Where(text => Kit().IsMatch(text))];

    public static TheoryData<string> Connectors => [.. Catalogue().Matches(Repository.Read("hub/Host/Catalogues/Connectors.cs")).Select(match => match.Groups["name"].Value)];

    [Theory]
    [MemberData(nameof(Connectors))]
    public void A_connector_without_the_kit_of_each_of_its_contracts_fails_here(string connector)
    {
        var missing = ContractsOf(connector).Where(contract => !Tests.Any(test =>
            Regex.IsMatch(test, $@"\bnew {connector}\(", RegexOptions.None, TimeSpan.FromSeconds(1)) && Kit().Matches(test).Any(match => match.Groups["contract"].Value == contract)));

        Assert.Empty(missing);
    }

    [Fact]
    public void The_catalogue_is_found() => Assert.True(Connectors.Count >= 4);

    // A connector whose manifest stands in a base class (the file connectors) is a source.
    private static IReadOnlyList<string> ContractsOf(string connector)
    {
        var file = Repository.Sources.Single(file => file.EndsWith($"/{connector}.cs", StringComparison.Ordinal) && !file.StartsWith("tests/", StringComparison.Ordinal));
        var line = Contracts().Match(Repository.Read(file));
        return line.Success ? [.. Contract().Matches(line.Value).Select(match => match.Groups["contract"].Value)] : ["Source"];
    }

    [GeneratedRegex(@"new (?<name>\w+Connector)\(\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Catalogue();

    [GeneratedRegex(@":\s*(Http)?(?<contract>Source|Sink|Enricher|Receiver|SignIn)Conformance\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kit();

    [GeneratedRegex(@"Contracts = [^,;]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Contracts();

    [GeneratedRegex(@"Contract\.(?<contract>Source|Sink|Enricher|Receiver|SignIn)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Contract();
}
