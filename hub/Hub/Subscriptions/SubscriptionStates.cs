using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Subscriptions;

/// <summary>Which subscriptions send, and why not: kept beside their configuration, as versions of a document, so that every step stays on record.</summary>
public sealed class SubscriptionStates(IOperationsStore operations, TimeProvider clock)
{
    private const string Kind = "subscription-state";
    private const int Remembered = 10;
    private const int MostTries = 10;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The state now; <see cref="SubscriptionState.New"/> before the first.</summary>
    public async Task<SubscriptionState> FindAsync(string subscription, CancellationToken cancellationToken) =>
        (await LoadAsync(subscription, cancellationToken)).State;

    /// <summary>Sends from here on.</summary>
    /// <param name="subscription">Its name.</param>
    /// <param name="from">Last change that counts as told; null to go on from the cursor.</param>
    /// <param name="by">Account.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    public Task ActivateAsync(string subscription, long? from, string by, CancellationToken cancellationToken) =>
        SaveAsync(subscription, state => state with { Mode = SubscriptionMode.Active, Code = "", By = by, From = from ?? state.From }, cancellationToken);

    public Task PauseAsync(string subscription, string by, CancellationToken cancellationToken) =>
        SaveAsync(subscription, state => state with { Mode = SubscriptionMode.Paused, Code = "", By = by }, cancellationToken);

    public Task StopAsync(string subscription, string code, string by, CancellationToken cancellationToken) =>
        SaveAsync(subscription, state => state with { Mode = SubscriptionMode.Stopped, Code = code, By = by }, cancellationToken);

    /// <summary>Sets a subscription back, keeping its mode; never forward, for what lies between would not be sent.</summary>
    public async Task RewindAsync(string subscription, long to, string by, CancellationToken cancellationToken)
    {
        var cursor = (await operations.FindCursorAsync(subscription, cancellationToken))?.Sequence ?? 0;
        await SaveAsync(
            subscription,
            state => state with
            {
                From = Math.Min(to, state.From ?? cursor),
                By = by,
                Rewinds = [.. (state.Rewinds ?? []).Append(new Rewind(clock.GetUtcNow(), to)).TakeLast(Remembered)],
            },
            cancellationToken);
    }

    /// <summary>The sender has taken its starting place over; one that was set since stays.</summary>
    internal Task StartedAsync(string subscription, long from, CancellationToken cancellationToken) =>
        SaveAsync(subscription, state => state.From == from ? state with { From = null } : state, cancellationToken);

    private async Task SaveAsync(string subscription, Func<SubscriptionState, SubscriptionState> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var (state, version) = await LoadAsync(subscription, cancellationToken);
            var now = clock.GetUtcNow();
            var next = change(state) with { At = now };
            try
            {
                await operations.SaveDocumentAsync(new DocumentRow(Kind, subscription, version + 1, JsonSerializer.Serialize(next, Form), now, next.By), cancellationToken);
                return;
            }
            catch (Exception) when (tries < MostTries && !cancellationToken.IsCancellationRequested)
            {
                // Two wrote at once, and the version was taken: look again. Anything else fails again and is thrown.
                if ((await LoadAsync(subscription, cancellationToken)).Version == version)
                {
                    throw;
                }
            }
        }
    }

    private async Task<(SubscriptionState State, int Version)> LoadAsync(string subscription, CancellationToken cancellationToken) =>
        await operations.FindDocumentAsync(Kind, subscription, cancellationToken) is { } row
            ? (JsonSerializer.Deserialize<SubscriptionState>(row.Text, Form) ?? SubscriptionState.New, row.Version)
            : (SubscriptionState.New, 0);
}
