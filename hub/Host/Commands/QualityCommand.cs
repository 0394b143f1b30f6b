using System.CommandLine;
using System.Globalization;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Mdm.Matching.Learning;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Commands;

/// <summary><c>quality</c>: what stewards' decisions say of the match model: share of yes by weight, drift by source, thresholds they vouch for.</summary>
public static class QualityCommand
{
    private const int Page = 1000;

    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var options = new NodeOptions(words);
        var precision = new Option<double>("--precision") { Description = words["quality.precision"], DefaultValueFactory = _ => 0.99, HelpName = "P" };
        var command = new Command("quality", words["quality.about"]) { precision };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            NoRegistry.Require(settings, words);
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, TimeProvider.System), cancellationToken);
            var labels = await LabelsAsync(stores.Reader, cancellationToken);
            if (labels.Count == 0)
            {
                terminal.Say("quality.none");
                return ExitCode.Ok;
            }

            Write(LabelLearner.Measure(labels, parsed.GetValue(precision)), labels.Count, terminal);
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>Every task closed by a decision that still stands, with the weight it had.</summary>
    private static async Task<List<LabelledPair>> LabelsAsync(IRegistryReader reader, CancellationToken cancellationToken)
    {
        var labels = new List<LabelledPair>();
        for (var skip = 0; ; skip += Page)
        {
            var tasks = await reader.ListReviewsAsync(ReviewState.Decided, skip, Page, cancellationToken);
            foreach (var task in tasks)
            {
                if (task is { DecisionId: { } id, B: { } b } && await reader.FindDecisionAsync(id, cancellationToken) is { WithdrawnAt: null } decision)
                {
                    labels.Add(new LabelledPair(task.Weight, decision.Same, task.A.Record.Connection, b.Record.Connection, Audit: false));
                }
            }

            if (tasks.Count < Page)
            {
                return labels;
            }
        }
    }

    private static void Write(MeasuredQuality quality, int labels, Terminal terminal)
    {
        Line(terminal, $"labels {labels}");
        foreach (var band in quality.Bands)
        {
            Line(terminal, $"weight {band.From / 1000}: {Interval(band.Same)}, expected {band.Expected:0.000}{(band.Drifts ? ", drifts" : "")}");
        }

        foreach (var source in quality.Sources)
        {
            Line(terminal, $"sources {source.SourceA} {source.SourceB}: {Interval(source.Same)}, expected {source.Expected:0.000}{(source.Drifts ? ", drifts" : "")}");
        }

        Line(terminal, $"suggested link threshold {Bits(quality.SuggestedLink)}");
        Line(terminal, $"suggested review threshold {Bits(quality.SuggestedReview)}");
    }

    private static string Interval(WilsonInterval share) =>
        string.Create(CultureInfo.InvariantCulture, $"same {share.Share:0.000} [{share.Low:0.000}, {share.High:0.000}] of {share.Count}");

    private static string Bits(int? weight) => weight is { } known ? (known / 1000.0).ToString("0.0", CultureInfo.InvariantCulture) : "-";

    private static void Line(Terminal terminal, FormattableString text) => terminal.Result(text.ToString(CultureInfo.InvariantCulture));
}
