using IntegrationHub.Host.Texts;
using IntegrationHub.Host.Web.Views;
using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Host.Reviewing;

/// <summary>Puts evidence into words a steward reads, and into bars of one scale.</summary>
public static class EvidenceWords
{
    private const double Bit = 1000.0;

    /// <summary>The level reached, by comparison first: "same" means another thing for a sex than for an address.</summary>
    public static string Level(Words words, string comparison, string level) =>
        words.Find($"level.{comparison}.{level}") ?? words.Find($"level.{level}") ?? level;

    public static string Comparison(Words words, string comparison) => words.Find($"comparison.{comparison}") ?? comparison;

    public static string Veto(Words words, string veto) => words.Find($"veto.{veto}") ?? veto;

    /// <summary>The waterfall: prior first, then every comparison that says something.</summary>
    public static EvidenceView View(Words words, Evidence evidence, double review, double link)
    {
        var steps = new List<(string Name, string Level, int Weight, int Frequency)>
        {
            (words["evidence.prior"], words["evidence.prior.level"], evidence.Prior, 0),
        };
        steps.AddRange(evidence.Lines
            .Where(line => line.Level != "silent")
            .Select(line => (Comparison(words, line.Comparison), Level(words, line.Comparison, line.Level), line.Weight, line.TermFrequency)));

        var (low, high, at) = (0.0, 0.0, 0.0);
        foreach (var step in steps)
        {
            at += step.Weight / Bit;
            (low, high) = (Math.Min(low, at), Math.Max(high, at));
        }

        var scale = 100 / Math.Max(high - low, 1);
        var bars = new List<EvidenceBar>(steps.Count);
        at = 0;
        foreach (var (name, level, weight, frequency) in steps)
        {
            var bits = weight / Bit;
            bars.Add(new EvidenceBar(name, level, bits, frequency / Bit, (Math.Min(at, at + bits) - low) * scale, Math.Abs(bits) * scale));
            at += bits;
        }

        return new EvidenceView(bars, [.. evidence.Vetoes.Select(veto => Veto(words, veto))], evidence.Weight / Bit, review, link, evidence.ModelVersion);
    }
}
