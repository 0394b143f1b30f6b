using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Tests.Http.Fakes;

/// <summary>The smallest source a family would write: offset paging over Publik's list.</summary>
internal sealed class ListSource(HttpLink link) : HttpSource
{
    private const int Size = 12;

    protected override async IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var offset = CheckpointJson.Read<Place>(after)?.Offset ?? 0; ;)
        {
            var reply = await link.GetAsync(HttpLink.Query("api/forms/demande/list", ("full", "on"), ("limit", $"{Size}"), ("offset", $"{offset}")), cancellationToken);
            using var json = reply.Json();
            var records = json.RootElement.EnumerateArray().Select(Record).ToList();
            if (records.Count == 0)
            {
                yield break;
            }

            offset += records.Count;
            yield return new SourcePage(records, [], CheckpointJson.Write(new Place(offset)));
        }
    }

    private static SourceRecord Record(JsonElement form)
    {
        var changed = DateTimeOffset.Parse(form.GetProperty("last_update_time").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new SourceRecord
        {
            Key = form.GetProperty("id").GetString()!,
            Version = new RecordVersion(changed.UtcTicks),
            ChangedAt = changed,
            Body = Encoding.UTF8.GetBytes(form.GetRawText()),
        };
    }

    private sealed record Place(int Offset);
}
