using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Listing;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.Goodflag;

/// <summary>The whole list of workflows, oldest first, in numbered pages; each new or changed one is asked for with its steps.</summary>
internal sealed class GoodflagSource(GoodflagSettings settings, IGoodflagApi api, ConnectionContext context) : ListSource(context)
{
    protected override async Task<ListPage> PageAsync(ListPlace place, CancellationToken cancellationToken)
    {
        var number = place.Position is { } position ? int.Parse(position, CultureInfo.InvariantCulture) : 0;
        using var json = await api.ListAsync(number, settings.PageSize, text: null, cancellationToken);
        if (json.RootElement.TryGetProperty("pageIndex", out var index) && index.GetInt32() != number)
        {
            throw new HttpFailureException(HttpReply.Malformed("page that was asked for"));
        }

        var entries = json.RootElement.GetProperty("items").EnumerateArray().ToList();
        var items = entries.Where(entry => Workflow.Id(entry) is not null)
            .Select(entry => new ListItem(Workflow.Id(entry)!, Encoding.UTF8.GetBytes(entry.GetRawText()), Workflow.ChangedAt(entry))).ToList();
        var rejected = entries.Where(entry => Workflow.Id(entry) is null).Select(entry => new RejectedRecord("goodflag workflow", "workflow.no-id", Encoding.UTF8.GetBytes(entry.GetRawText())));
        return new ListPage(items, [.. rejected], entries.Count == settings.PageSize ? (number + 1).ToString(CultureInfo.InvariantCulture) : null)
        {
            // A list that does not count its entries may hide some when one is deleted meanwhile: then none is taken for deleted.
            Total = json.RootElement.TryGetProperty("totalItems", out var total) ? total.GetInt64() : long.MaxValue,
        };
    }

    protected override async Task<SourceRecord> CompleteAsync(SourceRecord record, CancellationToken cancellationToken)
    {
        using var json = await api.WorkflowAsync(record.Key, cancellationToken);
        return Workflow.Id(json.RootElement) == record.Key
            ? Workflow.Record(record.Key, json.RootElement, Workflow.ChangedAt(json.RootElement) ?? record.ChangedAt ?? DateTimeOffset.UnixEpoch)
            : throw new HttpFailureException(HttpReply.Malformed("workflow that was asked for"));
    }
}
