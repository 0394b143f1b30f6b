using IntegrationHub.Host.Texts;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Subscriptions;

namespace IntegrationHub.Host.Api;

/// <summary>A subscription as the API shows it: its contract, what it does, how far it is behind. Never a secret.</summary>
/// <param name="Mode">Whether it sends.</param>
/// <param name="Code">Why it is stopped.</param>
/// <param name="Changes">Changes of the log it has still to settle.</param>
/// <param name="BehindSeconds">Age of the oldest of them.</param>
public sealed record SubscriptionAnswer(
    string Name, ChannelKind Channel, string? Endpoint, string Controller, string Purpose, LegalBasis LegalBasis, IReadOnlyCollection<string> Attributes,
    IReadOnlyDictionary<string, Mask> Masks, IReadOnlyCollection<string> Sources, IReadOnlyCollection<string> Communes, bool WithValues, string Retry, string? Owner,
    SubscriptionMode Mode, string? Code, DateTimeOffset? Since, long Changes, double BehindSeconds, long Parked, DateTimeOffset? OldestParked,
    DateTimeOffset? ProgressAt, bool Late)
{
    public static SubscriptionAnswer Of(Subscription one, Freshness fresh) => new(
        one.Name, one.Channel, one.Webhook?.Endpoint.OriginalString, one.Contract.Controller.ToString(), one.Contract.Purpose, one.Contract.LegalBasis,
        Words(one.Contract.Attributes), one.Contract.Masks, Words(one.Contract.Sources), Words(one.Filter.Communes), one.WithValues,
        one.Retry.Sentence(Texts.Words.English.Culture), one.Owner, fresh.State.Mode, fresh.State.Code.Length == 0 ? null : fresh.State.Code,
        fresh.State == SubscriptionState.New ? null : fresh.State.At, fresh.Changes, fresh.Behind.TotalSeconds, fresh.Parked, fresh.OldestParked, fresh.ProgressAt, fresh.Late);

    private static IReadOnlyCollection<string> Words(Scope scope) => scope.IsAll ? ["*"] : scope.Names;
}
