using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Tests.Host.Privacy;

/// <summary>All that operators see of a process: logs at every level with their exceptions, every meter's measurements, every activity with its tags.</summary>
internal sealed class EverythingSaid : ILoggerProvider, ILogger
{
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;

    public EverythingSaid()
    {
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument.Name, value, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measured(instrument.Name, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument.Name, value, tags));
        _meters.Start();
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Ended,
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Lines.Enqueue($"scope {state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"log {eventId.Name} {formatter(state, exception)} {state} {exception}");

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
    }

    private void Ended(Activity activity) => Lines.Enqueue(
        $"trace {activity.Source.Name} {activity.DisplayName} {activity.StatusDescription} {Joined(activity.TagObjects)} {string.Join(' ', activity.Events.Select(one => $"{one.Name} {Joined(one.Tags)}"))}");

    private void Measured<T>(string name, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => Lines.Enqueue($"metric {name} {value} {Joined(tags.ToArray())}");

    private static string Joined(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
