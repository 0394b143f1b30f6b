using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.Geocoding;
using IntegrationHub.Connectors.Http.Settings;
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

    private static EnrichmentQuestion Ask(string address, string? postCode, long version) =>
        new("G1", Encoding.UTF8.GetBytes(new JsonObject { ["q"] = address, ["postcode"] = postCode, ["version"] = version }.ToJsonString()));
}
