using IntegrationHub.Hub.Scheduling;
using IntegrationHub.Mdm.Registry.Storing;
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

    [LoggerMessage(1104, LogLevel.Error, "The sender of subscription {Subscription} broke ({Error}) and is started again from its cursor")]
    public static partial void SenderBroke(ILogger logger, string subscription, string error);

    [LoggerMessage(1105, LogLevel.Warning, "Subscription {Subscription}: its lease could not be renewed ({Error})")]
    public static partial void DeliveryLeaseNotRenewed(ILogger logger, string subscription, string error);

    [LoggerMessage(1106, LogLevel.Warning, "Subscription {Subscription}: a state told again was not taken ({Code})")]
    public static partial void RefreshFailed(ILogger logger, string subscription, string code);

    [LoggerMessage(1107, LogLevel.Error, "Subscription {Subscription} cannot be opened ({Error}): correct its document")]
    public static partial void SubscriptionUnusable(ILogger logger, string subscription, string error);

    [LoggerMessage(1108, LogLevel.Warning, "Subscription {Subscription} is late: {Changes} changes, {Seconds} s, {Parked} parked")]
    public static partial void SubscriptionLate(ILogger logger, string subscription, long changes, long seconds, long parked);

    [LoggerMessage(1109, LogLevel.Warning, "Subscription {Subscription}: field {Field} of {Golden} was not written as asked ({Code})")]
    public static partial void FieldNotAsAsked(ILogger logger, string subscription, string golden, string field, string code);

    [LoggerMessage(1120, LogLevel.Information, "Subscription {Subscription} is in step again")]
    public static partial void SubscriptionInStep(ILogger logger, string subscription);

    [LoggerMessage(1121, LogLevel.Warning, "Subscription {Subscription}: its alert was not taken ({Code}) and is tried again")]
    public static partial void AlertNotTaken(ILogger logger, string subscription, string code);

    [LoggerMessage(1122, LogLevel.Information, "Subscription {Subscription} was compared: {Expected} expected, {Held} held, {Drift} drifted")]
    public static partial void SubscriptionCompared(ILogger logger, string subscription, long expected, long held, long drift);

    [LoggerMessage(1123, LogLevel.Warning, "Subscription {Subscription} could not be compared ({Code})")]
    public static partial void SubscriptionNotCompared(ILogger logger, string subscription, string code);

    [LoggerMessage(1201, LogLevel.Information, "This node writes the registry: epoch {Epoch}, {Pages} pages committed")]
    public static partial void WriterActive(ILogger logger, long epoch, long pages);

    [LoggerMessage(1202, LogLevel.Error, "Another node has taken the registry over (epoch {Epoch} is past): this one has stopped writing")]
    public static partial void WriterFenced(ILogger logger, long epoch);

    [LoggerMessage(1203, LogLevel.Warning, "The writer's lease is lost (epoch {Epoch}): this node is a standby now")]
    public static partial void LeaseLost(ILogger logger, long epoch);

    [LoggerMessage(1204, LogLevel.Warning, "The writer's lease could not be renewed ({Error})")]
    public static partial void LeaseNotRenewed(ILogger logger, string error);

    [LoggerMessage(1301, LogLevel.Information, "Run {Run} of {Connection} started")]
    public static partial void RunStarted(ILogger logger, string run, string connection);

    [LoggerMessage(1302, LogLevel.Information, "Run {Run} of {Connection} ended {State}: {Read} read, {Quarantined} in quarantine ({Code})")]
    public static partial void RunEnded(ILogger logger, string run, string connection, RunState state, long read, long quarantined, string? code);

    [LoggerMessage(1303, LogLevel.Error, "The end of run {Run} could not be saved ({Error})")]
    public static partial void RunNotSaved(ILogger logger, string run, string error);

    [LoggerMessage(1304, LogLevel.Error, "A run of {Connection} broke before it began ({Code}, {Error}): it is tried again by its schedule")]
    public static partial void RunNotBegun(ILogger logger, string connection, string code, string error);

    [LoggerMessage(1402, LogLevel.Information, "Connection {Connection} was due at {At}, while no hub ran: it runs now")]
    public static partial void RunMissed(ILogger log, string connection, DateTimeOffset at);

    [LoggerMessage(1401, LogLevel.Information, "Connection {Connection} is {State}, next run {NextAt}")]
    public static partial void ConnectionWaits(ILogger logger, string connection, ConnectionState state, DateTimeOffset? nextAt);
}
