using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Web.Views;

/// <summary>One subscription: its contract, how far it is behind, what is parked.</summary>
/// <param name="Said">What the last button did, as a key of the resource files; null when none was pressed.</param>
public sealed record SubscriptionView(SubscriptionLine Line, Subscription Subscription, IReadOnlyList<ParkedDelivery> Parked, string? Said);
