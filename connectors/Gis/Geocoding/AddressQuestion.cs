using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Geocoding;

/// <summary>An address in the geocoder's words.</summary>
/// <param name="Text">At most 200 characters: a longer text is refused by the service.</param>
/// <param name="PostCode">Where known.</param>
/// <param name="CityCode">The commune's INSEE code, where known.</param>
/// <param name="Version">Orders the answers.</param>
internal sealed record AddressQuestion(string Text, string? PostCode, string? CityCode, long Version)
{
    private const int Longest = 200;

    /// <exception cref="HttpFailureException">Refused: the question holds no address.</exception>
    public static AddressQuestion Read(EnrichmentQuestion question)
    {
        try
        {
            using var json = JsonDocument.Parse(question.Body);
            var asked = json.RootElement;
            if (asked.ValueKind == JsonValueKind.Object && Member(asked, "q") is { Length: >= 3 } q)
            {
                return new AddressQuestion(
                    q.Length > Longest ? q[..Longest] : q, Member(asked, "postcode"), Member(asked, "citycode"),
                    long.TryParse(Member(asked, "version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0);
            }
        }
        catch (JsonException)
        {
            throw Unreadable();
        }

        throw Unreadable();
    }

    private static HttpFailureException Unreadable() =>
        new(new Failure(FailureKind.Refused, "question.no-address", "The question holds no address: map at least three letters of it to \"q\"."));

    private static string? Member(JsonElement asked, string name) =>
        asked.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && value.ToString().Trim() is { Length: > 0 } text ? text : null;
}
