namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>Any enricher, without the fields its connection forbids.</summary>
internal sealed class PrivateEnricher(IEnricher enricher, ForbiddenFields forbidden) : IEnricher
{
    public async ValueTask<Enrichment> EnrichAsync(EnrichmentQuestion question, CancellationToken cancellationToken)
    {
        var answer = await enricher.EnrichAsync(question, cancellationToken);
        if (answer is not Enrichment.Answered(var record))
        {
            return answer;
        }

        return PrivateRecords.Clean(record, forbidden, out var rejected) is { } clean
            ? new Enrichment.Answered(clean)
            : new Enrichment.Failed(new Failure(FailureKind.Refused, rejected!.Code, "The answer cannot be read, so its forbidden fields cannot be removed; it is not stored."));
    }
}
