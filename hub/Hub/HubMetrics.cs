using System.Diagnostics.Metrics;

namespace IntegrationHub.Hub;

/// <summary>What the hub measures, under the meter <c>IntegrationHub</c>. Tags are connection, subscription and outcome names: never a person's.</summary>
public sealed class HubMetrics : IDisposable
{
    private readonly Meter _meter = new("IntegrationHub");
    private readonly Counter<long> _recordsIn;
    private readonly Histogram<double> _pageSeconds;
    private readonly Counter<long> _changesOut;
    private readonly Histogram<double> _lagSeconds;

    public HubMetrics()
    {
        _recordsIn = _meter.CreateCounter<long>("hub.records.in", "{record}", "Records absorbed, by connection and outcome.");
        _pageSeconds = _meter.CreateHistogram<double>("hub.page.duration", "s", "From a page's turn in the writer's queue to its confirmed commit.");
        _changesOut = _meter.CreateCounter<long>("hub.changes.out", "{change}", "Changes delivered, parked or refused, by subscription.");
        _lagSeconds = _meter.CreateHistogram<double>("hub.delivery.lag", "s", "From a change's commit to its confirmed delivery.");
    }

    public void RecordsIn(string connection, string outcome, long count) =>
        _recordsIn.Add(count, new("connection", connection), new("outcome", outcome));

    public void PageCommitted(string connection, TimeSpan duration) => _pageSeconds.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("connection", connection));

    public void ChangeOut(string subscription, string outcome, TimeSpan lag)
    {
        _changesOut.Add(1, new("subscription", subscription), new("outcome", outcome));
        _lagSeconds.Record(lag.TotalSeconds, new KeyValuePair<string, object?>("subscription", subscription));
    }

    public void Dispose() => _meter.Dispose();
}
