using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.Geocoding;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Systems.Gis;
using IntegrationHub.Connectors.Sandbox.Town.Population;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Systems.Gis;

public sealed class GeocodingConformance() : HttpEnricherConformance(new GeoplateformeSandbox())
{
    protected override Connector Connector { get; } = new GeocodingConnector();

    protected override EnrichmentQuestion Question => Ask($"{Home.Number} {Home.Street.ToUpperInvariant()} {Home.Commune.Name}", Home.Commune.PostCode, 7);

    protected override EnrichmentQuestion Unknown => Ask("Zzyzx Road Baker California", null, 1);

    protected override EnrichmentQuestion Bad => new("G1", "{\"postcode\":\"49100\"}"u8.ToArray());

    private Home Home => Rig.Server.Town.Truth().First(family => family.Households[0].Home.Number.Length > 0).Households[0].Home;

    protected override HttpSettings On(Uri address) => new GeocodingSettings { Url = BaseAddress.Of(address), Rate = RateLimit.Parse("40/s") };

    [Fact]
    public async Task A_sloppy_address_becomes_the_normalised_one_with_its_commune_and_coordinates()
    {
        var answer = Assert.IsType<Enrichment.Answered>(await AskAsync(Question)).Record;
        var body = JsonNode.Parse(answer.Body.Span)!;

        Assert.Equal(("G1", 7L), (answer.Key, answer.Version.Number));
        Assert.Equal((Home.Commune.Code, Home.Street, "accepted"), (body["citycode"]!.ToString(), body["street"]!.ToString(), body["quality"]!.ToString()));
        Assert.InRange(body["latitude"]!.GetValue<double>(), 41, 52);
        Assert.InRange(body["longitude"]!.GetValue<double>(), -6, 10);
    }

    [Fact]
    public async Task An_address_that_is_only_alike_is_to_be_reviewed()
    {
        var answer = Assert.IsType<Enrichment.Answered>(await AskAsync(Ask($"{Home.Street} {Home.Commune.Name} ancienne ferme", Home.Commune.PostCode, 1))).Record;

        Assert.Equal("review", JsonNode.Parse(answer.Body.Span)!["quality"]!.ToString());
    }

    [Fact]
    public async Task A_street_of_addresses_is_one_request_and_each_is_answered_as_by_itself()
    {
        var questions = Rig.Server.Town.Truth().SelectMany(family => family.Households).Select(household => household.Home).Take(30)
            .Select((home, place) => Ask($"{home.Number} {home.Street.ToUpperInvariant()}, \"{home.Commune.Name}\"", home.Commune.PostCode, place) with { Key = $"G{place}" }).ToList();
        var enricher = Connector.OpenEnricher(Settings, new ConnectionContext { Connection = "ban", StateFolder = Path.GetTempPath(), Time = Clock() });
        var before = Rig.Server.Requests.All;
        var together = await enricher.EnrichAllAsync(questions, CancellationToken.None);

        Assert.Equal(before + 1, Rig.Server.Requests.All);
        Assert.Equal(questions.Select(question => question.Key), together.Select(answer => Assert.IsType<Enrichment.Answered>(answer).Record.Key));
        foreach (var place in new[] { 0, 17, 29 })
        {
            var alone = Assert.IsType<Enrichment.Answered>(await enricher.EnrichAsync(questions[place], CancellationToken.None));
            Assert.Equal(Encoding.UTF8.GetString(alone.Record.Body.Span), Encoding.UTF8.GetString(((Enrichment.Answered)together[place]).Record.Body.Span));
        }
    }

    [Fact]
    public async Task A_server_that_takes_no_files_is_asked_one_by_one_and_a_failure_of_the_file_fails_every_question()
    {
        List<EnrichmentQuestion> questions = [Question, Unknown, Question];
        var enricher = Connector.OpenEnricher(Settings, new ConnectionContext { Connection = "ban", StateFolder = Path.GetTempPath(), Time = Clock() });
        Rig.Server.Faults.Set(new Fault(FaultKind.NotFound, Path: "/csv"));
        var alone = await enricher.EnrichAllAsync(questions, CancellationToken.None);
        Rig.Server.Faults.Set(new Fault(FaultKind.LongThrottle, Path: "/csv"));
        var throttled = await enricher.EnrichAllAsync(questions, CancellationToken.None);
        Rig.Server.Faults.Set(new Fault(FaultKind.Garbage, Path: "/csv"));
        var garbled = await enricher.EnrichAllAsync(questions, CancellationToken.None);
        Rig.Server.Faults.Clear();

        Assert.Collection(alone, answer => Assert.IsType<Enrichment.Answered>(answer), answer => Assert.IsType<Enrichment.Nothing>(answer), answer => Assert.IsType<Enrichment.Answered>(answer));
        Assert.All(throttled, answer => Assert.Equal(FailureKind.Throttled, Assert.IsType<Enrichment.Failed>(answer).Failure.Kind));
        Assert.All(garbled, answer => Assert.Equal(FailureKind.Passing, Assert.IsType<Enrichment.Failed>(answer).Failure.Kind));
    }

    private static EnrichmentQuestion Ask(string address, string? postCode, long version) =>
        new("G1", Encoding.UTF8.GetBytes(new JsonObject { ["q"] = address, ["postcode"] = postCode, ["version"] = version }.ToJsonString()));
}
