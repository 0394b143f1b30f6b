namespace IntegrationHub.Host.Node;

/// <summary>Every log text of the host: ids, states and codes, never a person.</summary>
internal static partial class HostLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "The writer's lease could not be given back ({Error}): it runs out by itself")]
    public static partial void LeaseKept(ILogger log, string error);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "A call to the hook of {Connection} was refused: {Code}")]
    public static partial void HookRefused(ILogger log, string connection, string code);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message = "A person's sign-in by {Connection} failed: {Code}")]
    public static partial void LoginFailed(ILogger log, string connection, string code);

    [LoggerMessage(EventId = 4004, Level = LogLevel.Warning, Message = "Watching over subscription {Subscription} failed ({Error}); it is tried again")]
    public static partial void WatchFailed(ILogger log, string subscription, string error);

    [LoggerMessage(EventId = 4005, Level = LogLevel.Warning, Message = "What subscription {Subscription} wrote could not be compared ({Code}); it is tried again at {NotBefore}")]
    public static partial void ComparisonFailed(ILogger log, string subscription, string code, DateTimeOffset notBefore);
}
