using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.Ged;

/// <summary>All log texts of this project: names of connections, counts and codes only.</summary>
internal static partial class Log
{
    [LoggerMessage(2401, LogLevel.Warning, "{Connection}: the server keeps no change log; deletions are not told")]
    public static partial void NoChangeLog(ILogger log, string connection);
}
