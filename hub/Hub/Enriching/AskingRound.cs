using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Enriching;

/// <summary>One run's questions: each asked once, a few at a time.</summary>
/// <param name="inquiry">Whom it asks about what.</param>
/// <param name="connection">Name of the connection.</param>
/// <param name="since">An answer with a number below it is asked for again, though nothing of the question changed.</param>
internal sealed class AskingRound(Inquiry inquiry, string connection, long since)
{
    // A rate or a fragile server's slots are the connection's own settings; this only hides the way there and back.
    private const int Together = 4;

    private readonly Questions _questions = new(inquiry);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <param name="people">Whom the changes touched.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>Answers and withdrawals; what the system refused; the failure that ended the round early.</returns>
    public async Task<(IReadOnlyList<SourceRecord> Records, IReadOnlyList<RejectedRecord> Rejected, Failure? Failure)> AskAsync(
        IReadOnlyList<PersonToAsk> people, CancellationToken cancellationToken)
    {
        var questions = await _questions.OfAsync([.. people.Select(person => person.View)], cancellationToken);
        var known = await KnownAsync([.. questions.OfType<Question>().Select(question => question.Key).Concat(people.SelectMany(person => person.Answers)).Distinct()], cancellationToken);
        var open = questions.OfType<Question>().Where(question => _asked.Add(question.Mark) && !Stands(question, known)).ToList();
        var records = people.Zip(questions).SelectMany(pair => pair.First.Answers.Where(key => key != pair.Second?.Key)).Distinct()
            .Select(key => Answers.Withdrawn(key, NextNumber(key, known))).ToList();
        var rejected = new List<RejectedRecord>();
        foreach (var group in open.Chunk(inquiry.Enricher.AtOnce > 1 ? inquiry.Enricher.AtOnce : Together))
        {
            var few = await StillAsync(group, cancellationToken);
            var answers = await AnswersAsync([.. few.Select(question => question.ToAsk())], cancellationToken);
            Failure? failure = null;
            foreach (var (question, answer) in few.Zip(answers))
            {
                switch (answer)
                {
                    case Enrichment.Answered(var record):
                        records.Add(Answers.Record(record, question, NextNumber(question.Key, known)));
                        break;
                    case Enrichment.Nothing:
                        records.Add(Answers.Blank(question, NextNumber(question.Key, known)));
                        break;
                    case Enrichment.Failed({ Kind: FailureKind.Refused } refusal):
                        // By the golden id alone: what was asked is the person's, and an erasure finds no row of refusals.
                        rejected.Add(new RejectedRecord(question.Golden.ToString(), refusal.Code, default));
                        if (known.TryGetValue(question.Key, out var earlier) && !earlier.Deleted)
                        {
                            records.Add(Answers.Withdrawn(question.Key, NextNumber(question.Key, known)));
                        }

                        break;
                    case Enrichment.Failed(var failed):
                        _asked.Remove(question.Mark);
                        failure ??= failed;
                        break;
                    default:
                        throw new NotSupportedException("an enricher answers, knows nothing, or fails");
                }
            }

            if (failure is not null)
            {
                return (records, rejected, failure);
            }
        }

        return (records, rejected, null);
    }

    // An erasure or a restriction may have come since the page was read; whoever moved since is asked about as things are now.
    private async Task<IReadOnlyList<Question>> StillAsync(IReadOnlyList<Question> group, CancellationToken cancellationToken)
    {
        var views = await inquiry.Reader.ConsiderAsync([.. group.Select(question => question.Golden)], cancellationToken);
        var few = (await _questions.OfAsync(views, cancellationToken)).OfType<Question>().Where(question => group.Any(one => one.Mark == question.Mark) || _asked.Add(question.Mark)).ToList();
        await inquiry.Reader.AskingAsync([.. few.Select(question => question.Golden)], cancellationToken);
        return few;
    }

    private async Task<IReadOnlyList<Enrichment>> AnswersAsync(IReadOnlyList<EnrichmentQuestion> questions, CancellationToken cancellationToken) => questions.Count == 0 ? []
        : inquiry.Enricher.AtOnce > 1 ? await inquiry.Enricher.EnrichAllAsync(questions, cancellationToken)
        : await Task.WhenAll(questions.Select(question => inquiry.Enricher.EnrichAsync(question, cancellationToken).AsTask()));

    private bool Stands(Question question, Dictionary<string, RecordRow> known) =>
        known.TryGetValue(question.Key, out var answer) && !answer.Deleted && answer.Version.Text == question.Mark && answer.Version.Number >= since;

    // The instant of asking; the last answer's number decides when the clock was put back.
    private long NextNumber(string key, Dictionary<string, RecordRow> known) =>
        Math.Max(AskingPlace.Instant(inquiry.Clock.GetUtcNow()), known.TryGetValue(key, out var answer) ? answer.Version.Number + 1 : 0);

    private async Task<Dictionary<string, RecordRow>> KnownAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) => keys.Count == 0
        ? []
        : (await inquiry.Store.FindRecordsAsync([.. keys.Select(key => new RecordKey(connection, key))], cancellationToken))
            .ToDictionary(stored => stored.Record.Key.Key, stored => stored.Record, StringComparer.Ordinal);
}
