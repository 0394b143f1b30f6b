using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http;

/// <summary>An enricher over HTTP: it asks and lets failures fly; this base answers with the failure's value.</summary>
public abstract class HttpEnricher : IEnricher
{
    /// <summary>How many questions one request carries; above 1, <see cref="AskAllAsync"/> sends it.</summary>
    public virtual int AtOnce => 1;

    /// <summary>The answer, or nothing. Any failure is thrown.</summary>
    protected abstract Task<Enrichment> AskAsync(EnrichmentQuestion question, CancellationToken cancellationToken);

    /// <summary>Answers in the order of the questions, by one request. A failure of the request is thrown, one of a question is its answer.</summary>
    protected virtual Task<IReadOnlyList<Enrichment>> AskAllAsync(IReadOnlyList<EnrichmentQuestion> questions, CancellationToken cancellationToken) =>
        throw new NotSupportedException("an enricher that sends many questions at once says how it asks them");

    public async ValueTask<Enrichment> EnrichAsync(EnrichmentQuestion question, CancellationToken cancellationToken)
    {
        Enrichment? answer = null;
        var failure = await Failures.CatchAsync(async () => answer = await AskAsync(question, cancellationToken), cancellationToken);
        return failure is null ? answer! : new Enrichment.Failed(failure);
    }

    public async ValueTask<IReadOnlyList<Enrichment>> EnrichAllAsync(IReadOnlyList<EnrichmentQuestion> questions, CancellationToken cancellationToken)
    {
        IReadOnlyList<Enrichment>? answers = null;
        var failure = AtOnce == 1 || questions.Count < 2 ? Alone : await Failures.CatchAsync(async () => answers = await AskAllAsync(questions, cancellationToken), cancellationToken);
        if (failure is { Kind: FailureKind.Refused })
        {
            // A server that takes no lists, or not this one: one question must not park its neighbours.
            answers = await Task.WhenAll(questions.Select(question => EnrichAsync(question, cancellationToken).AsTask()));
        }

        return answers ?? [.. questions.Select(_ => new Enrichment.Failed(failure!))];
    }

    private static Failure Alone { get; } = new(FailureKind.Refused, "question.alone", "Each question is asked by itself.");
}
