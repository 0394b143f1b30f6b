using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;

namespace IntegrationHub.Host.Web.Views;

/// <summary>A subscription as the list shows it.</summary>
public sealed record SubscriptionLine(
    string Name, ChannelKind Channel, SubscriptionMode Mode, string? Code, string Purpose, long Cursor, long Changes, TimeSpan Behind, long Parked, DateTimeOffset? ProgressAt, bool Late)
{
    public static SubscriptionLine Of(Subscription one, Freshness fresh) => new(
        one.Name, one.Channel, fresh.State.Mode, fresh.State.Code.Length == 0 ? null : fresh.State.Code, one.Contract.Purpose,
        fresh.Cursor, fresh.Changes, fresh.Behind, fresh.Parked, fresh.ProgressAt, fresh.Late);
}
