using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.Files;

/// <summary>All log texts of this project: names of connections and files, counts and codes only.</summary>
internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Information, "{Connection}: {File} is the file taken last; it is skipped")]
    public static partial void Skipped(ILogger log, string connection, string file);

    [LoggerMessage(2102, LogLevel.Information, "{Connection}: taking {File} as run {Run}, from byte {Offset}")]
    public static partial void Taking(ILogger log, string connection, string file, long run, long offset);

    [LoggerMessage(2103, LogLevel.Warning, "{Connection}: {File} was not taken: {Code}")]
    public static partial void Refused(ILogger log, string connection, string file, string code);

    [LoggerMessage(2104, LogLevel.Warning, "{Connection}: {File} stays where it is, because it could not be moved ({Reason}); the next read moves it")]
    public static partial void NotMoved(ILogger log, string connection, string file, string reason);

    [LoggerMessage(2105, LogLevel.Warning, "{Connection}: the keys of run {Run} are gone from the state folder; {File} deletes nothing")]
    public static partial void KeysGone(ILogger log, string connection, long run, string file);
}
