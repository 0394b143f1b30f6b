using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Channels.Ovh;
using IntegrationHub.Connectors.Http;

namespace IntegrationHub.Connectors.Channels.Sms;

/// <summary>Lists the numbers of messages, and asks for each new one. A message sent is told once, when its receipt has had time to come.</summary>
internal sealed class OvhSmsSource(OvhSmsSettings settings, IOvhApi api, TimeProvider time) : HttpSource
{
    public const string Incoming = "incoming", Outgoing = "outgoing";

    public NumberedList Messages(string direction) => 
        new(stop => api.MessagesAsync(settings.Account, direction, stop), (id, stop) => api.MessageAsync(settings.Account, direction, id, stop), "id");

    protected override async IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = CheckpointJson.Read<OvhSmsPlace>(after) ?? new OvhSmsPlace();
        foreach (var direction in settings.Outgoing ? [Incoming, Outgoing] : new[] { Incoming })
        {
            var (messages, settled) = (Messages(direction), true);
            foreach (var ids in place.Of(direction).New(await messages.ListAsync(cancellationToken)).Chunk(settings.PageSize))
            {
                var (records, told) = (new List<SourceRecord>(), new List<long>());
                foreach (var id in ids)
                {
                    var record = await messages.ReadAsync(id, direction, "direction", cancellationToken);
                    settled = direction == Incoming || record?.ChangedAt is not { } sent || time.GetUtcNow() - sent >= TimeSpan.FromMinutes(settings.SettleMinutes);
                    if (!settled)
                    {
                        break;
                    }

                    told.Add(id);
                    records.AddRange(record is null ? [] : [record]);
                }

                if (told.Count > 0)
                {
                    place = place.With(direction, place.Of(direction).Add(told));
                    yield return new SourcePage(records, [], CheckpointJson.Write(place));
                }

                if (!settled)
                {
                    break;
                }
            }
        }
    }
}
