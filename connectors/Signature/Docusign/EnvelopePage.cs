using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>A page of the list of envelopes. DocuSign writes its numbers as texts, and leaves the list out when it is empty.</summary>
/// <param name="Envelopes">Detached from the answer.</param>
/// <param name="End">Where the next page starts.</param>
/// <param name="Total">Entries of the whole list, as counted for this page.</param>
internal sealed record EnvelopePage(IReadOnlyList<JsonElement> Envelopes, int End, int Total)
{
    /// <param name="answer">It is disposed.</param>
    /// <param name="start">The place that was asked for.</param>
    /// <exception cref="HttpFailureException">It is another page, or none.</exception>
    public static EnvelopePage Read(JsonDocument answer, int start)
    {
        using var json = answer;
        var total = Number(json.RootElement, "totalSetSize");
        if (Number(json.RootElement, "resultSetSize") == 0)
        {
            return new EnvelopePage([], start, total);
        }

        return Number(json.RootElement, "startPosition") == start
            ? Of([.. json.RootElement.GetProperty("envelopes").EnumerateArray().Select(envelope => envelope.Clone())], start, total)
            : throw new HttpFailureException(HttpReply.Malformed("page that was asked for"));
    }

    private static EnvelopePage Of(IReadOnlyList<JsonElement> envelopes, int start, int total) => new(envelopes, start + envelopes.Count, total);

    private static int Number(JsonElement page, string name) => int.Parse(page.GetProperty(name).ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
}
