using System.Buffers;
using IntegrationHub.Mappings.Engine.Functions.Text;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Functions.Names;

internal static class GivenNamesFunction
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;/");

    public static MappingFunction Definition { get; } = new()
    {
        Name = "given-names",
        Summary = "Given names in their order: separated by commas, else by spaces; hyphenated ones stay whole, and each item of an array or column is one.",
        Takes = ValueKind.Text | ValueKind.Texts | ValueKind.Columns,
        Gives = ValueKind.Texts,
        Parameters = [new("spaces", "split (by default), or keep where one given name may hold a space.", Words: ["split", "keep"])],
        Examples =
        [
            new("given-names", "Jean-Philippe, Marie", "[Jean-Philippe, Marie]"),
            new("given-names", "Angela Claire Louise", "[Angela, Claire, Louise]"),
            new("given-names", "Jean Philippe, Marc", "[Jean Philippe, Marc]"),
            new("given-names(keep)", "Jean Philippe", "[Jean Philippe]"),
            new("given-names", ["Jean Philippe", null, "Marc"], "[Jean Philippe, Marc]"),
            new("given-names", "Sans prénom", null, "name.placeholder"),
        ],
        Bind = static args =>
        {
            var keep = args.Text("spaces", "split") == "keep";
            return (input, attempt) => input is string text
                ? Of(text.AsSpan().ContainsAny(Separators) ? text.Split([',', ';', '/']) : keep || NameWords.IsPlaceholder(text) ? [text] : Words.Of(Hyphens(text)), attempt)
                : Of((string?[])input, attempt);
        },
    };

    private static string[]? Of(string?[] names, Attempt attempt)
    {
        var kept = new List<string>(names.Length);
        foreach (var raw in names)
        {
            if (raw is null || Words.Collapse(Hyphens(raw)) is not { } name)
            {
                continue;
            }

            if (NameWords.IsPlaceholder(name))
            {
                attempt.Note("name.placeholder");
            }
            else
            {
                kept.Add(name);
            }
        }

        return kept.Count == 0 ? null : [.. kept];
    }

    private static string Hyphens(string text) =>
        text.Contains('-', StringComparison.Ordinal) ? text.Replace(" -", "-", StringComparison.Ordinal).Replace("- ", "-", StringComparison.Ordinal) : text;
}
