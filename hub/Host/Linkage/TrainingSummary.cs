using System.Globalization;
using IntegrationHub.Host.Cli;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Host.Linkage;

/// <summary>The answer of <c>train</c>: how the search ended, what the model expects of itself, what its blocking rules cost.</summary>
public static class TrainingSummary
{
    public static void Write(TrainingOutcome outcome, Terminal terminal)
    {
        var report = outcome.Report;
        Line(terminal, $"records {report.Records}");
        Line(terminal, $"random pairs {report.RandomPairs}");
        Line(terminal, $"candidate pairs {report.CandidatePairs}");
        Line(terminal, $"rounds {report.Rounds}{(report.Converged ? "" : ", not at rest")}");
        Line(terminal, $"expected matches {report.ExpectedMatches:0}");
        if (outcome.Model is not { } model)
        {
            terminal.Say("train.failed", terminal.Words[$"train.problem.{outcome.Problem}"]);
            return;
        }

        Line(terminal, $"link threshold {model.LinkThreshold / 1000.0:0.0} bits");
        Line(terminal, $"review threshold {model.ReviewThreshold / 1000.0:0.0} bits");
        if (report.Curve.LastOrDefault(step => step.Weight >= model.LinkThreshold) is { } linked)
        {
            Line(terminal, $"expected precision {linked.Precision:0.0000}");
            Line(terminal, $"expected recall {linked.Recall:0.0000}");
        }

        foreach (var rule in report.Rules.Where(rule => rule.Kept))
        {
            Line(terminal, $"rule {rule.Rule}: {rule.Pairs} pairs, {rule.Records} records, fattest key {rule.Fattest}");
        }

        Line(terminal, $"model {model.Version}");
    }

    private static void Line(Terminal terminal, FormattableString text) => terminal.Result(text.ToString(CultureInfo.InvariantCulture));
}
