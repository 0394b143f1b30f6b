using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.Sql;

/// <summary>All log texts of this project: names of connections, numbers and codes only.</summary>
internal static partial class Log
{
    [LoggerMessage(2301, LogLevel.Warning, "{Connection}: the read ended with {Code} ({State})")]
    public static partial void Failed(ILogger log, string connection, string code, string state);

    [LoggerMessage(2302, LogLevel.Warning, "{Connection}: the number of run {Run} could not be kept ({Reason})")]
    public static partial void NotKept(ILogger log, string connection, long run, string reason);

    [LoggerMessage(2303, LogLevel.Warning, "{Connection}: the keys of run {Run} are gone from the state folder; this run deletes nothing")]
    public static partial void KeysGone(ILogger log, string connection, long run);
}
