using System.Globalization;
using System.Net;
using System.Text;
using IntegrationHub.Host.Texts;
using IntegrationHub.Host.Web.Views;

namespace IntegrationHub.Host.Linkage;

/// <summary>Evidence of a pair as an SVG picture: prior, one bar a comparison with its level in words, rarity, total against both thresholds. It shows no value of the records.</summary>
public static class WaterfallDrawing
{
    private const int Row = 26;

    private const int Left = 400;

    private const int Width = 420;

    private const int Right = 90;

    /// <summary>Letters that fit left of the bars.</summary>
    private const int Characters = 60;

    public static string Draw(EvidenceView view, Words words)
    {
        string Signed(double bits) => words["bits.signed", bits];

        var svg = new StringBuilder();
        var height = ((view.Bars.Count + 2 + view.Vetoes.Count) * Row) + 40;
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + Width + Right} {height}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">");
        Add(svg, $"<title>{Text(words["explain.title"])}</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        var y = 14;
        var (zero, bit) = Scale(view.Bars);
        foreach (var (bits, colour) in new[] { (0, "#999"), (view.Review, "#ccc"), (view.Link, "#2b7a4b") })
        {
            // A threshold may lie beyond what this pair reaches.
            if (zero + (bits * bit) is >= 0 and <= 100 and var at)
            {
                Add(svg, $"<line x1=\"{Left + (at * Width / 100):0.#}\" x2=\"{Left + (at * Width / 100):0.#}\" y1=\"8\" y2=\"{14 + (view.Bars.Count * Row)}\" stroke=\"{colour}\" stroke-dasharray=\"3 3\"/>");
            }
        }

        foreach (var bar in view.Bars)
        {
            var (x, width) = (Left + (bar.Start * Width / 100), Math.Max(1, bar.Width * Width / 100));
            Add(svg, $"<text x=\"{Left - 10}\" y=\"{y + 13}\" text-anchor=\"end\"><tspan font-weight=\"bold\">{Text(bar.Comparison)}</tspan> {Text(Short(bar.Level, Characters - bar.Comparison.Length))}</text>");
            Add(svg, $"<rect x=\"{x:0.#}\" y=\"{y}\" width=\"{width:0.#}\" height=\"{Row - 8}\" fill=\"{(bar.Bits >= 0 ? "#2b7a4b" : "#b5402a")}\"><title>{Text(bar.Level)}</title></rect>");
            if (bar.FrequencyBits != 0 && bar.Bits != 0)
            {
                var rare = Math.Min(width, Math.Abs(bar.FrequencyBits / bar.Bits) * width);
                Add(svg, $"<rect x=\"{(bar.Bits >= 0 ? x + width - rare : x):0.#}\" y=\"{y}\" width=\"{rare:0.#}\" height=\"{Row - 8}\" fill=\"#000\" fill-opacity=\".25\"><title>{Text(words["explain.rarity", Signed(bar.FrequencyBits)])}</title></rect>");
            }

            Add(svg, $"<text x=\"{x + width + 6:0.#}\" y=\"{y + 13}\" stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\">{Signed(bar.Bits)}</text>");
            y += Row;
        }

        Add(svg, $"<line x1=\"10\" x2=\"{Left + Width + Right - 10}\" y1=\"{y}\" y2=\"{y}\" stroke=\"#999\"/>");
        Add(svg, $"<text x=\"{Left - 10}\" y=\"{y + 18}\" text-anchor=\"end\" font-weight=\"bold\">{Text(words["explain.total"])}</text><text x=\"{Left}\" y=\"{y + 18}\" font-weight=\"bold\">{Signed(view.Total)}</text>");
        Add(svg, $"<text x=\"{Left + 70}\" y=\"{y + 18}\" fill=\"#444\">{Text(words["explain.thresholds", Signed(view.Review), Signed(view.Link)])}</text>");
        foreach (var veto in view.Vetoes)
        {
            y += Row;
            Add(svg, $"<text x=\"{Left}\" y=\"{y + 18}\" fill=\"#b5402a\">{Text(veto)}</text>");
        }

        Add(svg, $"<text x=\"10\" y=\"{height - 8}\" font-size=\"11\" fill=\"#777\">{Text(view.Model)}</text></svg>");
        return svg.ToString();
    }

    /// <summary>Where nothing lies, and the width of a bit, both in hundredths of the bars' room.</summary>
    private static (double Zero, double Bit) Scale(IReadOnlyList<EvidenceBar> bars)
    {
        var widest = bars.MaxBy(bar => bar.Width);
        return widest is null || widest.Bits == 0
            ? (0, 0)
            : (bars[0].Bits < 0 ? bars[0].Start + bars[0].Width : bars[0].Start, widest.Width / Math.Abs(widest.Bits));
    }

    private static string Short(string level, int most) => level.Length <= most ? level : string.Concat(level.AsSpan(0, Math.Max(0, most - 1)), "…");

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
