using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.Crm;

/// <summary>All log texts of this project: names of connections, counts and codes only.</summary>
internal static partial class Log
{
    [LoggerMessage(2301, LogLevel.Warning, "{Connection}: the delta token has expired; all rows are read again")]
    public static partial void Expired(ILogger log, string connection);

    [LoggerMessage(2302, LogLevel.Information, "{Connection}: {Gone} of {Known} rows are no longer there and are told as deleted")]
    public static partial void Gone(ILogger log, string connection, int gone, long known);

    [LoggerMessage(2303, LogLevel.Warning, "{Connection}: the notes of the full read under way are gone from the state folder; it tells no deletions")]
    public static partial void NotesGone(ILogger log, string connection);

    [LoggerMessage(2304, LogLevel.Information, "{Connection}: contact {Contact} is merged into {Target}")]
    public static partial void Merged(ILogger log, string connection, Guid contact, Guid target);
}
