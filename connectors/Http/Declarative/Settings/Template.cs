using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Abstractions.Documents;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>A text with places: <c>{size}</c>, <c>{offset}</c>, <c>{page}</c>, <c>{cursor}</c>, <c>{since}</c>.</summary>
[JsonConverter(typeof(TemplateConverter))]
public sealed partial class Template
{
    public const string Size = "size", Offset = "offset", Page = "page", Cursor = "cursor", Since = "since";

    private static readonly string[] Words = [Size, Offset, Page, Cursor, Since];

    private readonly string text;

    private Template(string text, IReadOnlyList<string> places) => (this.text, Places) = (text, places);

    public IReadOnlyList<string> Places { get; }

    /// <exception cref="FormatException">A place is not known.</exception>
    public static Template Parse(string text)
    {
        var places = Place().Matches(text).Select(match => match.Groups["word"].Value).ToList();
        var unknown = places.Find(word => !Words.Contains(word));
        return unknown is null
            ? new Template(text, places)
            : throw new FormatException($"{{{unknown}}} is not known here; there are: {string.Join(", ", Words.Select(word => $"{{{word}}}"))}."
                + (NearestWord.Of(unknown, Words) is { } near ? $" Did you mean {{{near}}}?" : ""));
    }

    /// <returns>Null when a place has no value yet: the parameter is left out.</returns>
    public string? Fill(IReadOnlyDictionary<string, string> values) =>
        Places.Any(place => !values.ContainsKey(place)) ? null : Place().Replace(text, match => values[match.Groups["word"].Value]);

    public override string ToString() => text;

    [GeneratedRegex(@"\{(?<word>[A-Za-z]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
