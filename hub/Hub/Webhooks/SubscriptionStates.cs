using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Webhooks;

/// <summary>Which subscriptions are disabled, and why: kept beside their configuration, as versions of a document.</summary>
public sealed class SubscriptionStates(IOperationsStore operations, TimeProvider clock)
{
    private const string Kind = "subscription-state";

    /// <returns>The code that disabled it (<c>http.410</c>); null while it is enabled.</returns>
    public async Task<string?> FindDisabledAsync(string subscription, CancellationToken cancellationToken) =>
        await FindAsync(subscription, cancellationToken) is { Removed: false } row ? row.Text : null;

    public Task DisableAsync(string subscription, string code, CancellationToken cancellationToken) =>
        SaveAsync(subscription, code, "hub", removed: false, cancellationToken);

    public Task EnableAsync(string subscription, string by, CancellationToken cancellationToken) =>
        SaveAsync(subscription, "", by, removed: true, cancellationToken);

    private async Task SaveAsync(string subscription, string text, string by, bool removed, CancellationToken cancellationToken)
    {
        var version = (await FindAsync(subscription, cancellationToken))?.Version ?? 0;
        await operations.SaveDocumentAsync(new DocumentRow(Kind, subscription, version + 1, text, clock.GetUtcNow(), by, removed), cancellationToken);
    }

    private async Task<DocumentRow?> FindAsync(string subscription, CancellationToken cancellationToken) =>
        (await operations.ListDocumentsAsync(Kind, cancellationToken)).FirstOrDefault(row => row.Name == subscription);
}
