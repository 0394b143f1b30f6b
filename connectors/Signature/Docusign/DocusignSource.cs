using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Listing;

namespace IntegrationHub.Connectors.Signature.Docusign;

/// <summary>Envelopes whose state changed since the last run, in pages by place; the signers of each new or changed one are asked for.</summary>
/// <remarks>An envelope that changes while the list is read moves to its end and those behind it move up: pages overlap, and a page that no longer holds the last one seen is read from further back.</remarks>
internal sealed class DocusignSource(DocusignSettings settings, IDocusignApi api, ConnectionContext context) : ListSource(context)
{
    private const int Overlap = 10;

    protected override bool MissingIsGone => false;

    protected override TimeSpan? LookBack => settings.LookBack;

    protected override async Task<ListPage> PageAsync(ListPlace place, CancellationToken cancellationToken)
    {
        var (end, last) = Position(place.Position);
        var start = last is null ? end : Math.Max(0, end - Overlap);
        var from = (place.Since - settings.LookBack)?.UtcDateTime ?? settings.From.ToDateTime(TimeOnly.MinValue);
        var page = EnvelopePage.Read(await api.ChangedAsync(from, start, settings.PageSize + end - start, cancellationToken), start);
        var seen = last is null ? -1 : page.Envelopes.ToList().FindIndex(envelope => Envelope.Id(envelope) == last);
        if (last is not null && seen < 0)
        {
            return new ListPage([], [], Next(Math.Max(0, start - settings.PageSize), null));
        }

        var (items, rejected) = (new List<ListItem>(), new List<RejectedRecord>());
        foreach (var envelope in page.Envelopes.Skip(seen + 1))
        {
            if (Item(envelope) is { } item)
            {
                items.Add(item);
            }
            else
            {
                rejected.Add(new RejectedRecord("docusign envelope", "envelope.no-id", System.Text.Encoding.UTF8.GetBytes(envelope.GetRawText())));
            }
        }

        return new ListPage(items, rejected, page.End < page.Total && items.Count > 0 ? Next(page.End, items[^1].Key) : null);
    }

    protected override async Task<SourceRecord> CompleteAsync(SourceRecord record, CancellationToken cancellationToken)
    {
        if (record.Deleted)
        {
            return record;
        }

        using var envelope = JsonDocument.Parse(record.Body);
        using var recipients = await api.RecipientsAsync(record.Key, cancellationToken);
        _ = recipients.RootElement.GetProperty("recipientCount");
        return record with { Body = Envelope.Body(envelope.RootElement, recipients.RootElement) };
    }

    private static ListItem? Item(JsonElement envelope) => Envelope.Id(envelope) is { Length: > 0 } id && Envelope.ChangedAt(envelope) is { } at
        ? new ListItem(id, Envelope.Body(envelope, null), at, Envelope.Status(envelope) == "deleted") : null;

    private static string Next(int end, string? last) => string.Create(CultureInfo.InvariantCulture, $"{end} {last}").TrimEnd();

    private static (int End, string? Last) Position(string? position) => position?.Split(' ') switch
    {
        null => (0, null),
        [var end] => (int.Parse(end, CultureInfo.InvariantCulture), null),
        [var end, var last, ..] => (int.Parse(end, CultureInfo.InvariantCulture), last),
        _ => (0, null),
    };
}
