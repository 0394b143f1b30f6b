using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.Http;

/// <summary>All log texts of this project: connection, host, codes and times only; a path or a query may hold personal data.</summary>
internal static partial class Log
{
    [LoggerMessage(2201, LogLevel.Information, "{Connection}: {Host} failed ({Code}); try {Attempt} again in {Delay}")]
    public static partial void TriesAgain(ILogger log, string connection, string host, string code, int attempt, TimeSpan delay);

    [LoggerMessage(2202, LogLevel.Warning, "{Connection}: {Host} failed too often; nothing is sent before {Until}")]
    public static partial void Waits(ILogger log, string connection, string host, DateTimeOffset? until);

    [LoggerMessage(2203, LogLevel.Warning, "{Connection}: a request to {Host} ended in {Kind} {Code}")]
    public static partial void Failed(ILogger log, string connection, string host, string kind, string code);

    [LoggerMessage(2204, LogLevel.Information, "{Connection}: {Host} no longer takes the token; another is asked for")]
    public static partial void TokenRenewed(ILogger log, string connection, string host);

    [LoggerMessage(2205, LogLevel.Warning, "{Connection}: the list has {Total} entries by its own count and gave {Read}; nothing is taken for deleted in this run")]
    public static partial void ListIncomplete(ILogger log, string connection, int read, long total);
}
