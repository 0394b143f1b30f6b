using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Gis.Features;
using IntegrationHub.Connectors.Http.Listing;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Wfs;

/// <summary>Reads a feature type by startIndex and count, sorted, until a page is empty: a server may give fewer features than asked for. What it counts beforehand tells whether pages hid any.</summary>
internal sealed class WfsSource(WfsSettings settings, HttpLink link, ConnectionContext context) : ListSource(context)
{
    private readonly FeatureReader reader = new(settings, "properties");

    protected override async Task<ListPage> PageAsync(ListPlace place, CancellationToken cancellationToken)
    {
        var start = long.Parse(place.Position ?? "0", NumberStyles.None, CultureInfo.InvariantCulture);
        var hits = start == 0 ? WfsAnswer.Read(await link.GetAsync(WfsRequests.Hits(settings), cancellationToken)).Matched : null;
        var answer = WfsAnswer.Read(await link.GetAsync(WfsRequests.Page(settings, start), cancellationToken));
        if (hits > 0 && answer.Features.Count == 0)
        {
            throw new HttpFailureException(HttpReply.Malformed("first page of features"));
        }

        var next = answer.Features.Count == 0 ? null : (start + answer.Features.Count).ToString(CultureInfo.InvariantCulture);
        var page = reader.Read(answer.Features, string.Create(CultureInfo.InvariantCulture, $"{settings.TypeName} from {start}"), next);
        return page with { Total = hits ?? answer.Matched };
    }
}
