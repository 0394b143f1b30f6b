using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub;

/// <summary>Every log text of the hub. Arguments are names of connections and subscriptions, ids, positions, codes and counts: never a person's data.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "The access log could not take {Rows} rows ({Error}): the views they record were not given")]
    public static partial void AccessLogFailed(ILogger logger, int rows, string error);

    [LoggerMessage(1101, LogLevel.Warning, "Subscription {Subscription}: change {Sequence} was not taken ({Code}), attempt {Attempt}")]
    public static partial void DeliveryFailed(ILogger logger, string subscription, long sequence, string code, int attempt);

    [LoggerMessage(1102, LogLevel.Error, "Subscription {Subscription}: change {Sequence} is parked ({Code}); look at the receiver, then replay")]
    public static partial void DeliveryParked(ILogger logger, string subscription, long sequence, string code);

    [LoggerMessage(1103, LogLevel.Error, "Subscription {Subscription} is disabled ({Code}): enable it again once the receiver is back")]
    public static partial void SubscriptionDisabled(ILogger logger, string subscription, string code);
}
