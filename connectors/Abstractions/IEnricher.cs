namespace IntegrationHub.Connectors.Abstractions;

/// <summary>Answers about a record: a geocoded address, a zone, an identity check. It runs outside the writer.</summary>
/// <remarks>MUST give the same key for the same question, so that a new answer replaces the earlier one.</remarks>
public interface IEnricher
{
    /// <summary>How many questions one request carries; 1 where each is a request of its own.</summary>
    int AtOnce => 1;

    ValueTask<Enrichment> EnrichAsync(EnrichmentQuestion question, CancellationToken cancellationToken);

    /// <summary>Answers in the order of the questions, at most <see cref="AtOnce"/> of them.</summary>
    /// <remarks>MUST answer each as <see cref="EnrichAsync"/> would; what fails for all fails for each.</remarks>
    async ValueTask<IReadOnlyList<Enrichment>> EnrichAllAsync(IReadOnlyList<EnrichmentQuestion> questions, CancellationToken cancellationToken)
    {
        var answers = new List<Enrichment>(questions.Count);
        foreach (var question in questions)
        {
            answers.Add(await EnrichAsync(question, cancellationToken));
        }

        return answers;
    }
}
