using System.Runtime.CompilerServices;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Enriching;

namespace IntegrationHub.Host.Previewing;

/// <summary>What a connection would bring, ask or write, shown on its live system: nothing is stored, acknowledged or written there.</summary>
/// <param name="connection">The connection.</param>
/// <param name="context">Its context; the preview is marked in it.</param>
public sealed class ConnectionPreview(ConfiguredConnection connection, ConnectionContext context)
{
    // As a run does where one request carries one question.
    private const int Together = 4;

    private readonly ConnectionContext _context = context with { Preview = true };

    /// <summary>Pages of a source, then questions to a system that is asked, then what would be written, each where the connection does such a thing.</summary>
    public async IAsyncEnumerable<PreviewStep> RunAsync(PreviewWish wish, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (connection.IsSource)
        {
            await foreach (var step in PagesAsync(wish, cancellationToken))
            {
                yield return step;
            }
        }

        var samples = wish.Samples.Count > 0 ? wish.Samples : SamplePeople.Of(connection.Examples);
        if (connection.Asks is { } asks)
        {
            await foreach (var step in QuestionsAsync(asks, samples, cancellationToken))
            {
                yield return step;
            }
        }
        else if (connection.Connector.Manifest.Contracts.HasFlag(Contract.Sink) && connection.Outgoing is { } outgoing)
        {
            foreach (var sample in samples)
            {
                var (body, issues) = outgoing.Map(sample.Person, _context.Time.GetUtcNow());
                yield return new PreviewStep.Write(sample.Name, body, issues);
            }
        }
    }

    private async IAsyncEnumerable<PreviewStep> PagesAsync(PreviewWish wish, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var read in connection.Connector.OpenSource(connection.Settings, _context).ReadAsync(after: null, cancellationToken))
        {
            if (read is SourceRead.Failed { Failure: var failure })
            {
                yield return new PreviewStep.Failed(failure);
                yield break;
            }

            var page = ((SourceRead.Page)read).Value;
            yield return new PreviewStep.Page(++number, page.Records.Count, page.Rejected.Count, page.Checkpoint.Value, [.. page.Records.Take(wish.Records).Select(Show)]);
            if (number == wish.Pages)
            {
                yield break;
            }
        }

        yield return new PreviewStep.End();
    }

    private async IAsyncEnumerable<PreviewStep> QuestionsAsync(AskDocument asks, IReadOnlyList<SamplePerson> samples, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var enricher = connection.Connector.OpenEnricher(connection.Settings, _context);
        var attributes = asks.Contract(connection.Document).Attributes;
        var made = samples.Select((sample, place) => (sample.Name, Key: $"sample-{place + 1}", Asked: connection.Question!.Map(sample.Cut(attributes), _context.Time.GetUtcNow()).Target)).ToList();
        foreach (var silent in made.Where(one => one.Asked.Count == 0))
        {
            yield return new PreviewStep.Question(silent.Name, silent.Asked, null, null);
        }

        foreach (var group in made.Where(one => one.Asked.Count > 0).Chunk(enricher.AtOnce > 1 ? enricher.AtOnce : Together))
        {
            var questions = group.Select(one => new EnrichmentQuestion(one.Key, Encoding.UTF8.GetBytes(one.Asked.ToJsonString()))).ToList();
            var answers = enricher.AtOnce > 1 ? await enricher.EnrichAllAsync(questions, cancellationToken)
                : await Task.WhenAll(questions.Select(question => enricher.EnrichAsync(question, cancellationToken).AsTask()));
            foreach (var (one, answer) in group.Zip(answers))
            {
                yield return new PreviewStep.Question(
                    one.Name, one.Asked, answer is Enrichment.Answered(var record) ? Show(Answers.Beside(record, one.Asked)) : null, (answer as Enrichment.Failed)?.Failure);
            }
        }
    }

    private PreviewRecord Show(SourceRecord record) => PreviewRecord.Of(record, connection.Name, connection.Map, _context.Time.GetUtcNow());
}
