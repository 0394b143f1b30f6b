using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Texts;
using IntegrationHub.Hub.Scheduling;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Web.Views;

/// <summary>A connection on the page of connections.</summary>
/// <param name="Connector">Title of its connector, and the mapping where it has another name.</param>
/// <param name="Schedule">Its schedule as a sentence; null where nothing is read by it.</param>
/// <param name="NextAt">When it runs by itself; null when a person starts it.</param>
/// <param name="Last">Its last run; null before the first.</param>
/// <param name="Zone">The zone its instants are shown in.</param>
public sealed record ConnectionLine(string Name, string Connector, string? Schedule, ConnectionState Doing, DateTimeOffset? NextAt, RunRow? Last, TimeZoneInfo Zone)
{
    public static ConnectionLine Of((ConfiguredConnection Connection, ScheduledConnection Schedule) running, RunRow? last, Words words)
    {
        var doing = running.Connection.Doing(running.Schedule);
        return new ConnectionLine(
            running.Connection.Name,
            running.Connection.Connector.Manifest.Title.In(words.Culture) + (running.Connection.Document.Mapping is { } mapping && mapping != running.Connection.Name ? $" · {mapping}" : ""),
            doing == ConnectionState.Called ? null : running.Connection.Document.Schedule.Sentence(words.Culture),
            doing,
            doing is ConnectionState.Waiting or ConnectionState.Retrying && running.Schedule.NextAt is { } next
                ? TimeZoneInfo.ConvertTime(next, running.Connection.Document.TimeZone) : null,
            last,
            running.Connection.Document.TimeZone);
    }
}
