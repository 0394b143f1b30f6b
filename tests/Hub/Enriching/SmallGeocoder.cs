using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Tests.Hub.Enriching;

/// <summary>Knows every street that begins with a capital letter, by its name alone; counts what it is asked.</summary>
internal sealed class SmallGeocoder : IEnricher
{
    private readonly List<string> _asked = [];

    /// <summary>Questions that were answered, in their words.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Answers to give before the failure; null answers for ever.</summary>
    public (int After, Failure Failure)? Fails { get; set; }

    /// <summary>Happens while the last question answered so far, the nth, is under way.</summary>
    public Func<int, Task>? Meanwhile { get; set; }

    /// <summary>What every normalised street ends with.</summary>
    public string Edition { get; set; } = "1";

    public int AtOnce { get; set; } = 1;

    /// <summary>How many questions each list held.</summary>
    public IList<int> Lists { get; } = [];

    public async ValueTask<IReadOnlyList<Enrichment>> EnrichAllAsync(IReadOnlyList<EnrichmentQuestion> questions, CancellationToken cancellationToken)
    {
        Lists.Add(questions.Count);
        var answers = new List<Enrichment>();
        foreach (var question in questions)
        {
            answers.Add(await EnrichAsync(question, cancellationToken));
        }

        return answers;
    }

    public async ValueTask<Enrichment> EnrichAsync(EnrichmentQuestion question, CancellationToken cancellationToken)
    {
        var answer = Answer(question);
        await (Meanwhile?.Invoke(_asked.Count) ?? Task.CompletedTask);
        return answer;
    }

    private Enrichment Answer(EnrichmentQuestion question)
    {
        lock (_asked)
        {
            if (Fails is { } fails && _asked.Count >= fails.After)
            {
                return new Enrichment.Failed(fails.Failure);
            }

            var text = Encoding.UTF8.GetString(question.Body.Span);
            _asked.Add(text);
            using var json = JsonDocument.Parse(text);
            var street = json.RootElement.GetProperty("street").GetString()!;
            return street switch
            {
                "?" => new Enrichment.Failed(new Failure(FailureKind.Refused, "question.no-address", "no address")),
                [var first, ..] when char.IsUpper(first) => new Enrichment.Answered(new SourceRecord
                {
                    Key = question.Key,
                    Version = new RecordVersion(1),
                    Body = Encoding.UTF8.GetBytes(new JsonObject { ["voie"] = $"{street} (normalisée {Edition})", ["ban"] = $"ban-{street}" }.ToJsonString()),
                }),
                _ => new Enrichment.Nothing(),
            };
        }
    }
}
