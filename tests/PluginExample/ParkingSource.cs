using System.Runtime.CompilerServices;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;

namespace IntegrationHub.Tests.PluginExample;

/// <summary>Subscribers in the order of their number, which grows with every change. Failures may be thrown: the base turns them into values.</summary>
internal sealed class ParkingSource(ParkingSettings settings, IParkingApi api) : HttpSource
{
    protected override async IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = CheckpointJson.Read<Place>(after)?.Last ?? 0; ;)
        {
            using var json = await api.SubscribersAsync(settings.Site, last, settings.PageSize, cancellationToken);
            var records = new List<SourceRecord>();
            foreach (var item in json.RootElement.EnumerateArray())
            {
                last = item.GetProperty("number").GetInt64();
                records.Add(new SourceRecord
                {
                    Key = item.GetProperty("badge").GetString()!,
                    Version = new RecordVersion(last),
                    Body = Encoding.UTF8.GetBytes(item.GetRawText()),
                });
            }

            if (records.Count == 0)
            {
                yield break;
            }

            yield return new SourcePage(records, [], CheckpointJson.Write(new Place(last)));
        }
    }

    private sealed record Place(long Last);
}
