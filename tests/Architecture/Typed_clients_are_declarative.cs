using System.Text.RegularExpressions;

namespace IntegrationHub.Tests.Architecture;

/// <summary>Read from the sources: what a connector asks of a REST system stands in one interface, and the few that make their requests by hand are named, with the reason in docs/decisions/0070.</summary>
public sealed partial class Typed_clients_are_declarative
{
    private static readonly string[] ByHand = ["connectors/Crm/Dataverse/Writing/", "connectors/Ged/Cmis/", "connectors/Gis/Wfs/", "connectors/Signature/IparapheurSoap/"];

    private static IEnumerable<string> Coded => Repository.Sources.Where(file =>
        file.StartsWith("connectors/", StringComparison.Ordinal) && !file.StartsWith("connectors/Abstractions/", StringComparison.Ordinal)
        && !file.StartsWith("connectors/Http/", StringComparison.Ordinal) && !file.StartsWith("connectors/Sandbox/", StringComparison.Ordinal));

    public static TheoryData<string> Interfaces => [.. Coded.Where(file => Interface().IsMatch(Repository.Read(file)))];

    [Fact]
    public void Requests_are_made_by_hand_only_where_the_decision_says_why()
    {
        var made = Coded.Where(file => Request().IsMatch(Repository.Read(file))).ToList();

        Assert.DoesNotContain(made, file => !ByHand.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)));
        Assert.All(ByHand, folder => Assert.Contains(made, file => file.StartsWith(folder, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void An_interface_of_a_connector_is_a_declarative_client_that_says_its_source_and_can_be_cancelled(string file)
    {
        var text = Repository.Read(file);
        var calls = Call().Matches(text);

        Assert.Equal(Interface().Match(text).Groups["name"].Value, Path.GetFileNameWithoutExtension(file));
        Assert.Contains("using RestEase;", text, StringComparison.Ordinal);
        Assert.Matches(Source(), text);
        Assert.NotEmpty(calls);
        Assert.Equal(Address().Count(text), calls.Count);
        Assert.All(calls, call => Assert.EndsWith("CancellationToken cancellationToken", call.Groups["parameters"].Value, StringComparison.Ordinal));
        Assert.All(calls, call => Assert.DoesNotMatch(RestEasesOwn(), call.Groups["answer"].Value));
    }

    [Fact]
    public void The_interfaces_are_found() => Assert.True(Interfaces.Count >= 10);

    [GeneratedRegex(@"\binterface (?<name>I\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Interface();

    [GeneratedRegex(@"new HttpRequestMessage\(|\blink\.(GetAsync|SendAsync|SendJsonAsync|StreamAsync)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Request();

    [GeneratedRegex(@"^    \[(Get|Post|Put|Patch|Delete)\(""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^    Task(<(?<answer>[^(]+)>)? \w+Async\((?<parameters>[^;]+)\);", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Call();

    // A published address, or a public repository (owner/name) where the vendor publishes none.
    [GeneratedRegex(@"/// <summary>[^\n]*(https://|\w+/[\w-]+\)|RFC)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Source();

    // Answered by RestEase's own sending, which is closed.
    [GeneratedRegex(@"^(HttpResponseMessage|Response<.*|Stream|string)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RestEasesOwn();
}
