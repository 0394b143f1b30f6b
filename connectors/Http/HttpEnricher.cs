using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http;

/// <summary>An enricher over HTTP: it asks and lets failures fly; this base answers with the failure's value.</summary>
public abstract class HttpEnricher : IEnricher
{
    /// <summary>The answer, or nothing. Any failure is thrown.</summary>
    protected abstract Task<Enrichment> AskAsync(EnrichmentQuestion question, CancellationToken cancellationToken);

    public async ValueTask<Enrichment> EnrichAsync(EnrichmentQuestion question, CancellationToken cancellationToken)
    {
        Enrichment? answer = null;
        var failure = await Failures.CatchAsync(async () => answer = await AskAsync(question, cancellationToken), cancellationToken);
        return failure is null ? answer! : new Enrichment.Failed(failure);
    }
}
