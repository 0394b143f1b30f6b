using System.Runtime.CompilerServices;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Channels.Ovh;
using IntegrationHub.Connectors.Http;

namespace IntegrationHub.Connectors.Channels.Calls;

/// <summary>Call records of telephone lines, each told once, when the call has ended.</summary>
internal sealed class OvhCallsSource(OvhCallsSettings settings, IOvhApi api) : HttpSource
{
    public NumberedList Calls(string line) =>
        new(stop => api.CallsAsync(settings.BillingAccount, line, stop), (id, stop) => api.CallAsync(settings.BillingAccount, line, id, stop), "consumptionId");

    protected override async IAsyncEnumerable<SourcePage> PagesAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = CheckpointJson.Read<OvhCallsPlace>(after) ?? new OvhCallsPlace();
        foreach (var line in settings.Lines)
        {
            var calls = Calls(line);
            foreach (var ids in place.Of(line).New(await calls.ListAsync(cancellationToken)).Chunk(settings.PageSize))
            {
                var records = new List<SourceRecord>();
                foreach (var id in ids)
                {
                    records.AddRange(await calls.ReadAsync(id, line, "line", cancellationToken) is { } record ? [record] : []);
                }

                place = place.With(line, place.Of(line).Add(ids));
                yield return new SourcePage(records, [], CheckpointJson.Write(place));
            }
        }
    }
}
