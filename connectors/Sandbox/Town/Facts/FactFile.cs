using System.Text;

namespace IntegrationHub.Connectors.Sandbox.Town.Facts;

/// <summary>Reads a table of facts kept in this assembly: lines, without the remarks.</summary>
internal static class FactFile
{
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(FactFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary>Lines of the form <c>head: item,item,…</c>.</summary>
    public static IEnumerable<(string Head, string[] Items)> Lists(string name) =>
        Lines(name).Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1].Split(',')));

    /// <summary>Weights that fall with the place in the list, as the frequencies of names do (Zipf–Mandelbrot).</summary>
    public static WeightedList<string> Zipf(IEnumerable<string> names, double offset) =>
        new(names.Select((name, place) => (name, 1.0 / (place + 1 + offset))));
}
