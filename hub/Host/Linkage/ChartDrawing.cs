using System.Globalization;
using System.Text;

namespace IntegrationHub.Host.Linkage;

/// <summary>The two charts of a model report, as SVG inside the page.</summary>
public static class ChartDrawing
{
    private const int Width = 860;

    private const int Height = 220;

    private const int Margin = 40;

    /// <summary>Bars of pairs by weight, on a logarithmic scale; the part expected to be one person is green.</summary>
    /// <param name="bars">Weight in thousandths of a bit, pairs, those expected to be one person.</param>
    /// <param name="marks">Thresholds to draw, with their words.</param>
    public static string Histogram(IReadOnlyList<(int Weight, double Pairs, double Matches)> bars, IReadOnlyList<(int Weight, string Word)> marks)
    {
        var (low, high) = Range([.. bars.Select(b => b.Weight), .. marks.Select(m => m.Weight)]);
        // What lies beyond an end stands in the end's bar, added up.
        List<(int Weight, double Pairs, double Matches)> drawn =
            [.. bars.GroupBy(b => Math.Clamp(b.Weight, low, high - 500)).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(b => b.Pairs), g.Sum(b => b.Matches)))];
        var top = Math.Log10(1 + drawn.Select(b => b.Pairs).DefaultIfEmpty(1).Max());
        var svg = Open();
        var bar = Math.Max(1, (X(low + 500, low, high) - X(low, low, high)) - 1);
        foreach (var (weight, pairs, matches) in drawn)
        {
            var height = Math.Log10(1 + pairs) / top * (Height - Margin);
            var green = pairs <= 0 ? 0 : height * Math.Clamp(matches / pairs, 0, 1);
            Add(svg, $"<rect x=\"{X(weight, low, high):0.#}\" y=\"{Height - Margin - height + 10:0.#}\" width=\"{bar:0.#}\" height=\"{height:0.#}\" fill=\"#c9ccd1\"><title>{weight / 1000.0:0.0}: {pairs:0} ({matches:0})</title></rect>");
            Add(svg, $"<rect x=\"{X(weight, low, high):0.#}\" y=\"{Height - Margin - green + 10:0.#}\" width=\"{bar:0.#}\" height=\"{green:0.#}\" fill=\"#2b7a4b\"/>");
        }

        return Close(svg, low, high, marks);
    }

    /// <summary>Lines of shares against the threshold.</summary>
    public static string Lines(IReadOnlyList<(string Colour, bool Dashed, IReadOnlyList<(int Weight, double Share)> Points)> lines, IReadOnlyList<(int Weight, string Word)> marks)
    {
        var (low, high) = Range([.. lines.SelectMany(l => l.Points.Select(p => p.Weight)), .. marks.Select(m => m.Weight)]);
        var svg = Open();
        for (var share = 0; share <= 100; share += 25)
        {
            Add(svg, $"<text x=\"{Margin - 6}\" y=\"{Y(share / 100.0) + 4:0.#}\" text-anchor=\"end\" fill=\"#666\">{share} %</text><line x1=\"{Margin}\" x2=\"{Width}\" y1=\"{Y(share / 100.0):0.#}\" y2=\"{Y(share / 100.0):0.#}\" stroke=\"#eee\"/>");
        }

        foreach (var (colour, dashed, points) in lines)
        {
            var path = string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Weight, low, high):0.#},{Y(p.Share):0.#}")));
            Add(svg, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"{(dashed ? " stroke-dasharray=\"6 4\"" : "")}/>");
        }

        return Close(svg, low, high, marks);
    }

    private static (int Low, int High) Range(List<int> weights) =>
        (Math.Max(-30_000, weights.Min()), Math.Max(weights.Min() + 1000, Math.Min(40_000, weights.Max() + 500)));

    private static double X(int weight, int low, int high) => Margin + ((double)(Math.Clamp(weight, low, high) - low) / (high - low) * (Width - Margin - 10));

    private static double Y(double share) => 10 + ((1 - share) * (Height - Margin));

    private static StringBuilder Open()
    {
        var svg = new StringBuilder();
        Add(svg, $"<svg viewBox=\"0 0 {Width} {Height + 4}\" font-family=\"sans-serif\" font-size=\"11\">");
        return svg;
    }

    private static string Close(StringBuilder svg, int low, int high, IReadOnlyList<(int Weight, string Word)> marks)
    {
        // Two thresholds may stand side by side: the lower has its word on its left, where there is room, and each a line of its own.
        foreach (var ((weight, word), line) in marks.Select((mark, line) => (mark, line)))
        {
            var x = X(weight, low, high);
            var left = line < marks.Count - 1 && x > 3 * Margin;
            Add(svg, $"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"4\" y2=\"{Height - Margin + 10}\" stroke=\"#a33\" stroke-dasharray=\"3 3\"/><text x=\"{(left ? x - 4 : x + 4):0.#}\" y=\"{14 + (12 * line)}\" text-anchor=\"{(left ? "end" : "start")}\" fill=\"#a33\">{System.Net.WebUtility.HtmlEncode(word)}</text>");
        }

        for (var weight = (int)Math.Ceiling(low / 5000.0) * 5000; weight <= high; weight += 5000)
        {
            Add(svg, $"<text x=\"{X(weight, low, high):0.#}\" y=\"{Height - 14}\" text-anchor=\"middle\" fill=\"#666\">{weight / 1000:0;−0;0}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
