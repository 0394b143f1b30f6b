using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Texts;
using IntegrationHub.Hub.Scheduling;

namespace IntegrationHub.Host.Web.Views;

/// <summary>A connection on the page of runs.</summary>
/// <param name="Schedule">Its schedule as a sentence.</param>
/// <param name="NextAt">When it runs by itself; null when a person starts it.</param>
public sealed record ConnectionLine(string Name, string Schedule, ConnectionState Doing, DateTimeOffset? NextAt)
{
    public static ConnectionLine Of((ConfiguredConnection Connection, ScheduledConnection Schedule) running, Words words) => new(
        running.Connection.Name,
        running.Connection.Document.Schedule.Sentence(words.Culture),
        running.Schedule.State,
        running.Schedule.State is ConnectionState.Waiting or ConnectionState.Retrying && running.Schedule.NextAt is { } next
            ? TimeZoneInfo.ConvertTime(next, running.Connection.Document.TimeZone) : null);
}
