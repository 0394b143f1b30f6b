using System.Globalization;
using System.Net;
using System.Text;
using IntegrationHub.Host.Reviewing;
using IntegrationHub.Host.Texts;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Host.Linkage;

/// <summary>One self-contained page about a trained model: levels with m and u, weights of candidates, quality against the threshold, cost of blocking. No value of the data is in it.</summary>
/// <param name="model">The model.</param>
/// <param name="report">How it was trained.</param>
/// <param name="measured">What the truth says; null where none is known.</param>
/// <param name="words">The reader's language.</param>
public sealed class ModelReport(MatchModel model, TrainingReport report, IReadOnlyList<MeasuredPoint>? measured, Words words)
{
    private const string Style =
        "body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#222}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}" +
        "th,td{padding:.2rem .5rem;text-align:left;border-bottom:1px solid #e3e3e3}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}tr.c td{background:#f4f5f7;font-weight:600}" +
        ".b{display:inline-block;height:.7rem;vertical-align:middle}.m{background:#2b7a4b}.u{background:#8a8f98}.g{color:#2b7a4b}.r{color:#b5402a}svg{width:100%;height:auto}small{color:#666}";

    private readonly StringBuilder _page = new();

    public string Write()
    {
        Add($"<!doctype html><html lang=\"{words.Language}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Say("model-report.title")}</title><style>{Style}</style>");
        Add($"<h1>{Say("model-report.title")}</h1><p>{Text(model.Version)}</p>");
        Summary();
        Charts();
        Levels();
        Rules();
        Add($"<p><small>{Say("model-report.private")}</small></p></html>");
        return _page.ToString();
    }

    private void Summary()
    {
        Add($"<table>");
        Fact("records", Number(report.Records));
        Fact("pairs", words["model-report.pairs-value", Number(report.RandomPairs), Number(report.CandidatePairs)]);
        Fact("rounds", $"{report.Rounds}");
        Fact("matches", Number((long)report.ExpectedMatches));
        Fact("prior", Bits(model.Prior));
        Fact("thresholds", words["explain.thresholds", Bits(model.ReviewThreshold), Bits(model.LinkThreshold)]);
        Fact("fingerprint", model.Training.GetValueOrDefault("fingerprint", "–"));
        Add($"</table>");
    }

    private void Charts()
    {
        (int, string)[] marks = [(model.ReviewThreshold, words["model-report.review"]), (model.LinkThreshold, words["model-report.link"])];
        Add($"<h2>{Say("model-report.histogram")}</h2><p><small>{Say("model-report.histogram-words")}</small></p>");
        _page.Append(ChartDrawing.Histogram([.. report.Curve.Select(c => (c.Weight, c.Pairs, c.Matches))], marks));
        Add($"<h2>{Say("model-report.quality")}</h2><p><small>{Say(measured is null ? "model-report.quality-expected" : "model-report.quality-measured")}</small></p>");
        var near = report.Curve.Where(c => c.Weight is > -12_000 and < 25_000).ToList();
        var lines = new List<(string, bool, IReadOnlyList<(int, double)>)>
        {
            ("#2b7a4b", true, [.. near.Select(c => (c.Weight, c.Precision))]),
            ("#1f5fa8", true, [.. near.Select(c => (c.Weight, c.Recall))]),
        };
        if (measured is not null)
        {
            lines.Add(("#2b7a4b", false, [.. measured.Where(m => m.Weight < 25_000).Select(m => (m.Weight, m.Precision))]));
            lines.Add(("#1f5fa8", false, [.. measured.Where(m => m.Weight < 25_000).Select(m => (m.Weight, m.Recall))]));
        }

        _page.Append(ChartDrawing.Lines(lines, marks));
    }

    private void Levels()
    {
        Add($"<h2>{Say("model-report.levels")}</h2><p><small>{Say("model-report.levels-words")}</small></p><table><tr><th>{Say("model-report.level")}</th><th class=\"n\">m</th><th></th><th class=\"n\">u</th><th></th><th class=\"n\">{Say("model-report.weight")}</th></tr>");
        foreach (var comparison in model.Levels.GroupBy(l => l.Comparison))
        {
            Add($"<tr class=\"c\"><td colspan=\"6\">{Text(EvidenceWords.Comparison(words, comparison.Key))}</td></tr>");
            foreach (var level in comparison)
            {
                Add($"<tr><td>{Text(EvidenceWords.Level(words, comparison.Key, level.Level))}</td><td class=\"n\">{Share(level.M)}</td><td>{Bar("m", level.M)}</td><td class=\"n\">{Share(level.U)}</td><td>{Bar("u", level.U)}</td><td class=\"n {(level.Weight >= 0 ? "g" : "r")}\">{Bits(level.Weight)}</td></tr>");
            }
        }

        Add($"</table>");
    }

    private void Rules()
    {
        Add($"<h2>{Say("model-report.rules")}</h2><table><tr><th>{Say("model-report.rule")}</th><th class=\"n\">{Say("model-report.rule-pairs")}</th><th class=\"n\">{Say("model-report.rule-sum")}</th><th class=\"n\">{Say("model-report.rule-records")}</th><th class=\"n\">{Say("model-report.rule-fattest")}</th></tr>");
        long sum = 0;
        foreach (var rule in report.Rules.Where(r => r.Kept).OrderBy(r => r.Pairs))
        {
            sum += rule.Pairs;
            Add($"<tr><td>{Text(rule.Rule)}</td><td class=\"n\">{Number(rule.Pairs)}</td><td class=\"n\">{Number(sum)}</td><td class=\"n\">{Number(rule.Records)}</td><td class=\"n\">{Number(rule.Fattest)}</td></tr>");
        }

        Add($"</table>");
    }

    private void Fact(string key, string value) => Add($"<tr><th>{Say($"model-report.{key}")}</th><td>{Text(value)}</td></tr>");

    private static string Bar(string kind, double share) => string.Create(CultureInfo.InvariantCulture, $"<span class=\"b {kind}\" style=\"width:{Math.Max(0.5, share * 80):0.#}px\"></span>");

    private string Share(double share) => share.ToString(share >= 0.001 ? "0.0000" : "0.0e0", words.Culture);

    private string Bits(int thousandths) => words["bits.signed", thousandths / 1000.0];

    private string Number(long value) => words.Count(value);

    private string Say(string key) => Text(words[key]);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private void Add(FormattableString line) => _page.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
