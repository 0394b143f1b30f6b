using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.Identity;

/// <summary>All log texts of this project: names of connections and codes only.</summary>
internal static partial class Log
{
    [LoggerMessage(2401, LogLevel.Warning, "{Connection}: the read ended with {Code} ({Reason})")]
    public static partial void Failed(ILogger log, string connection, string code, string reason);
}
