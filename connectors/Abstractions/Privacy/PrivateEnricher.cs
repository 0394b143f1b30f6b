namespace IntegrationHub.Connectors.Abstractions.Privacy;

/// <summary>Any enricher, without the fields its connection forbids.</summary>
internal sealed class PrivateEnricher(IEnricher enricher, ForbiddenFields forbidden) : IEnricher
{
    public int AtOnce => enricher.AtOnce;

    public async ValueTask<Enrichment> EnrichAsync(EnrichmentQuestion question, CancellationToken cancellationToken) =>
        Clean(await enricher.EnrichAsync(question, cancellationToken));

    public async ValueTask<IReadOnlyList<Enrichment>> EnrichAllAsync(IReadOnlyList<EnrichmentQuestion> questions, CancellationToken cancellationToken) =>
        [.. (await enricher.EnrichAllAsync(questions, cancellationToken)).Select(Clean)];

    private Enrichment Clean(Enrichment answer)
    {
        if (answer is not Enrichment.Answered(var record))
        {
            return answer;
        }

        return PrivateRecords.Clean(record, forbidden, out var rejected) is { } clean
            ? new Enrichment.Answered(clean)
            : new Enrichment.Failed(new Failure(FailureKind.Refused, rejected!.Code, "The answer cannot be read, so its forbidden fields cannot be removed; it is not stored."));
    }
}
