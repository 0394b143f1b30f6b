namespace IntegrationHub.Connectors.Abstractions;

/// <summary>Answers about a record: a geocoded address, a zone, an identity check. It runs outside the writer.</summary>
/// <remarks>MUST give the same key for the same question, so that a new answer replaces the earlier one.</remarks>
public interface IEnricher
{
    ValueTask<Enrichment> EnrichAsync(EnrichmentQuestion question, CancellationToken cancellationToken);
}
