using IntegrationHub.Hub.Reconciling;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Web.Views;

/// <summary>One subscription: its contract, how far it is behind, what is parked.</summary>
/// <param name="Reconciled">The last comparison of the subscriber's copy; null before the first.</param>
/// <param name="Said">What the last button did, as a key of the resource files; null when none was pressed.</param>
public sealed record SubscriptionView(SubscriptionLine Line, Subscription Subscription, IReadOnlyList<ParkedDelivery> Parked, Reconciliation? Reconciled, string? Said);
