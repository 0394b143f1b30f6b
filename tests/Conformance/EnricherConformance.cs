using System.Text;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Tests.Conformance;

/// <summary>What every enricher must do.</summary>
public abstract class EnricherConformance
{
    protected CapturedLog Log { get; } = new();

    protected abstract Connector Connector { get; }

    protected abstract object Settings { get; }

    /// <summary>A question the system can answer.</summary>
    protected abstract EnrichmentQuestion Question { get; }

    /// <summary>A question it knows nothing about.</summary>
    protected abstract EnrichmentQuestion Unknown { get; }

    /// <summary>A question it cannot read; null with <see cref="ReadsAnything"/>.</summary>
    protected virtual EnrichmentQuestion? Bad => null;

    /// <summary>Why there is no bad question.</summary>
    protected virtual string ReadsAnything => "";

    protected abstract IReadOnlyList<Trouble> Troubles { get; }

    protected abstract IReadOnlyList<string> Confidential { get; }

    protected virtual TimeProvider Clock() => TimeProvider.System;

    [Fact]
    public async Task The_same_question_twice_gives_the_same_record()
    {
        var once = Answer(await AskAsync(Question));
        var twice = Answer(await AskAsync(Question));

        Assert.Equal(once.Key, twice.Key);
        Assert.Equal(Encoding.UTF8.GetString(once.Body.Span), Encoding.UTF8.GetString(twice.Body.Span));
        Assert.InRange(once.Key.Length, 1, 400);
    }

    [Fact]
    public async Task What_the_system_does_not_know_is_nothing() => Assert.IsType<Enrichment.Nothing>(await AskAsync(Unknown));

    [Fact]
    public async Task A_question_it_cannot_read_is_refused()
    {
        if (Bad is not { } bad)
        {
            Assert.NotEmpty(ReadsAnything);
            return;
        }

        Assert.Equal(FailureKind.Refused, Assert.IsType<Enrichment.Failed>(await AskAsync(bad)).Failure.Kind);
    }

    [Fact]
    public async Task Many_questions_at_once_are_answered_as_each_by_itself()
    {
        List<EnrichmentQuestion> questions = [Unknown, Question, .. Bad is { } bad ? [bad] : Array.Empty<EnrichmentQuestion>(), Question with { Key = "G-other" }];
        var enricher = Connector.OpenEnricher(Settings, Context());
        var together = await enricher.EnrichAllAsync(questions, CancellationToken.None);
        var alone = new List<Enrichment>();
        foreach (var question in questions)
        {
            alone.Add(await enricher.EnrichAsync(question, CancellationToken.None));
        }

        Assert.InRange(enricher.AtOnce, 1, int.MaxValue);
        Assert.Equal(alone.Select(Told), together.Select(Told));
    }

    [Fact]
    public async Task Every_trouble_ends_in_its_failure_value_and_nothing_confidential_is_told()
    {
        Assert.NotEmpty(Troubles);
        Assert.NotEmpty(Confidential);
        foreach (var trouble in Troubles)
        {
            trouble.Meet?.Invoke();
            var outcome = await Connector.OpenEnricher(trouble.Settings, Context()).EnrichAsync(Question, CancellationToken.None);
            trouble.Leave?.Invoke();

            var failed = Assert.IsType<Enrichment.Failed>(outcome);
            Assert.True(failed.Failure.Kind == trouble.Expected, $"{trouble.Name}: {failed.Failure.Kind} instead of {trouble.Expected}");
            AssertDiscreet(failed.Failure.Detail);
        }

        Assert.All(Log.Lines, AssertDiscreet);
    }

    [Fact]
    public void The_manifest_says_it_is_an_enricher() => Assert.True(Connector.Manifest.Contracts.HasFlag(Contract.Enricher));

    protected async Task<Enrichment> AskAsync(EnrichmentQuestion question) => await Connector.OpenEnricher(Settings, Context()).EnrichAsync(question, CancellationToken.None);

    private static string Told(Enrichment answer) => answer switch
    {
        Enrichment.Answered(var record) => $"{record.Key} {record.Version} {Encoding.UTF8.GetString(record.Body.Span)}",
        Enrichment.Failed(var failure) => $"{failure.Kind} {failure.Code}",
        _ => "nothing",
    };

    private static SourceRecord Answer(Enrichment answer) =>
        answer is Enrichment.Failed(var failure) ? throw new InvalidOperationException($"{failure.Kind} {failure.Code}: {failure.Detail}") : Assert.IsType<Enrichment.Answered>(answer).Record;

    private ConnectionContext Context() => new() { Connection = "conformance", StateFolder = Path.Combine(Path.GetTempPath(), "conformance-none"), Time = Clock(), Log = Log };

    private void AssertDiscreet(string text) => Assert.All(Confidential, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
}
