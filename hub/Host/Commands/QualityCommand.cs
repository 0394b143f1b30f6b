using System.CommandLine;
using System.Globalization;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Models;
using IntegrationHub.Mdm.Matching.Learning;

namespace IntegrationHub.Host.Commands;

/// <summary><c>quality</c>: what stewards' decisions and random audits say of the match model: precision of links, share of yes by weight, drift by source, thresholds they vouch for.</summary>
public static class QualityCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var options = new NodeOptions(words);
        var precision = new Option<double>("--precision") { Description = words["quality.precision"], DefaultValueFactory = _ => 0.99, HelpName = "P" };
        var command = new Command("quality", words["quality.about"]) { precision };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var vouched = parsed.GetValue(precision);
            if (vouched is not (> 0 and < 1))
            {
                throw new UsageException(words["quality.precision-range"]);
            }

            await using var shelf = await OpenShelf.OfAsync(options.Read(parsed), words, cancellationToken);
            var labels = await shelf.LabelsAsync(cancellationToken);
            if (labels.Count == 0)
            {
                terminal.Say("quality.none");
                return ExitCode.Ok;
            }

            Write(LabelLearner.Measure(labels, vouched), labels.Count, terminal);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Write(MeasuredQuality quality, int labels, Terminal terminal)
    {
        Line(terminal, $"labels {labels}");
        Line(terminal, $"links by random audit: {Interval(quality.Links)}");
        Line(terminal, $"held for another reason than their weight: {Interval(quality.Held)}");
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
