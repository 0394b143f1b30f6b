using System.Diagnostics.CodeAnalysis;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Publishing;

/// <summary>Tells one subscriber of one thing: composes the event as things stand now, sends it, remembers whom the subscriber holds.</summary>
[SuppressMessage("Design", "CA1001", Justification = "a semaphore whose wait handle is never asked for holds nothing to free")]
internal sealed class Teller(Subscription subscription, SenderParts parts)
{
    // Many may wait for the receiver; few need to read at once, or a database's connections would all be one subscription's.
    private readonly SemaphoreSlim _reading = new(16);
    private readonly EventComposer _composer = new(subscription, parts.Reader, parts.Operations, parts.Clock);

    // Values are read now, not when the change happened: an erased or restricted value is never sent late.
    public async Task<Failure?> TellAsync(ChangeView change, CancellationToken cancellationToken)
    {
        CitizenEvent? told;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            told = await _composer.ComposeAsync(change, cancellationToken);
        }
        finally
        {
            _reading.Release();
        }

        return told is null ? null : await SendAsync(told, cancellationToken);
    }

    /// <summary>Tells of a change by its sequence; one that is no concern of the subscriber any more counts as told.</summary>
    public async Task<Failure?> TellAsync(long sequence, CancellationToken cancellationToken)
    {
        var (changes, _) = await parts.Reader.ReadChangesAsync(sequence - 1, 1, cancellationToken);
        return changes is [var change] ? await TellAsync(change, cancellationToken) : null;
    }

    /// <summary>Tells the present state of people again. What is not taken is left to the next reconciliation.</summary>
    /// <returns>The failure that stops the subscription; null otherwise.</returns>
    public async Task<Failure?> RefreshAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            if (await _composer.RefreshAsync(id, cancellationToken) is { } told && await SendAsync(told, cancellationToken) is { } failure)
            {
                Log.RefreshFailed(parts.Log, subscription.Name, failure.Code);
                if (failure.Kind is FailureKind.Denied)
                {
                    return failure;
                }
            }
        }

        return null;
    }

    private async Task<Failure?> SendAsync(CitizenEvent told, CancellationToken cancellationToken)
    {
        var failure = await parts.Channel.SendAsync(told, cancellationToken);
        if (failure is null)
        {
            await _composer.ToldAsync(told, cancellationToken);
        }

        return failure;
    }
}
