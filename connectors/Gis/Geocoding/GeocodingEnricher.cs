using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Geocoding;

/// <summary>Asks for one address (<c>q</c>, and <c>postcode</c> or <c>citycode</c> where known), or for many by one CSV file, and answers with the best: its BAN id, commune, parts, coordinates (WGS 84) and how sure it is.</summary>
internal sealed class GeocodingEnricher(GeocodingSettings settings, IGeocodingApi api, TimeProvider time) : HttpEnricher
{
    public override int AtOnce => settings.Together;

    protected override async Task<Enrichment> AskAsync(EnrichmentQuestion question, CancellationToken cancellationToken)
    {
        var asked = AddressQuestion.Read(question);
        using var json = await api.SearchAsync(asked.Text, asked.PostCode, asked.CityCode, cancellationToken);
        if (json.RootElement.GetProperty("features").EnumerateArray().FirstOrDefault() is not { ValueKind: JsonValueKind.Object } feature)
        {
            return new Enrichment.Nothing();
        }

        var (properties, point) = (feature.GetProperty("properties"), feature.GetProperty("geometry").GetProperty("coordinates"));
        return new GeocodingAnswer(name => properties.TryGetProperty(name, out var value) ? value.ToString() : null, properties.GetProperty("score").GetDouble(), point[0].GetDouble(), point[1].GetDouble())
            .To(question, asked, settings, time.GetUtcNow());
    }

    protected override async Task<IReadOnlyList<Enrichment>> AskAllAsync(IReadOnlyList<EnrichmentQuestion> questions, CancellationToken cancellationToken)
    {
        var answers = new Enrichment[questions.Count];
        var (asked, places) = (new List<AddressQuestion>(), new List<int>());
        for (var place = 0; place < questions.Count; place++)
        {
            try
            {
                asked.Add(AddressQuestion.Read(questions[place]));
                places.Add(place);
            }
            catch (HttpFailureException unreadable)
            {
                answers[place] = new Enrichment.Failed(unreadable.Failure);
            }
        }

        var found = asked.Count == 0 ? [] : await SendAsync(asked, cancellationToken);
        for (var row = 0; row < asked.Count; row++)
        {
            answers[places[row]] = found[row]?.To(questions[places[row]], asked[row], settings, time.GetUtcNow()) ?? new Enrichment.Nothing();
        }

        return answers;
    }

    private async Task<IReadOnlyList<GeocodingAnswer?>> SendAsync(List<AddressQuestion> asked, CancellationToken cancellationToken)
    {
        using var file = new ByteArrayContent(AddressFile.Write(asked));
        file.Headers.ContentType = new("text/csv") { CharSet = "utf-8" };
        using var form = new MultipartFormDataContent { { file, "data", "adresses.csv" } };
        foreach (var (name, column) in new[] { ("columns", "q"), ("postcode", "postcode"), ("citycode", "citycode") })
        {
            form.Add(new StringContent(column), name);
        }

        return AddressFile.Read(await api.SearchFileAsync(form, cancellationToken), asked.Count);
    }
}
