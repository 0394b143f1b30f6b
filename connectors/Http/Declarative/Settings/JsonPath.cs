using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>Where a value stands in an answer: <c>$</c> is the whole; names with dots; <c>links[rel=next].href</c> takes the item whose property says so; <c>items[0]</c> the first.</summary>
[JsonConverter(typeof(JsonPathConverter))]
public sealed partial class JsonPath
{
    private readonly string text;
    private readonly IReadOnlyList<(string Name, string? Property, string? Value, int? Index)> steps;

    private JsonPath(string text, IReadOnlyList<(string Name, string? Property, string? Value, int? Index)> steps) => (this.text, this.steps) = (text, steps);

    /// <exception cref="FormatException">With what to write instead.</exception>
    public static JsonPath Parse(string text)
    {
        if (text == "$")
        {
            return new JsonPath(text, []);
        }

        var found = new List<(string Name, string? Property, string? Value, int? Index)>();
        foreach (var part in text.StartsWith("$.", StringComparison.Ordinal) ? Dots().Split(text[2..]) : Dots().Split(text))
        {
            var match = Step().Match(part);
            if (!match.Success)
            {
                throw new FormatException($"\"{text}\" is not a path: write $, data.items, items[0].id or links[rel=next].href.");
            }

            found.Add((match.Groups["name"].Value, Group(match, "property"), Group(match, "value"), match.Groups["index"].Success ? int.Parse(match.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture) : null));
        }

        return new JsonPath(text, found);
    }

    /// <returns>Null when there is nothing there, or JSON's null.</returns>
    public JsonElement? Find(JsonElement root)
    {
        var at = root;
        foreach (var (name, property, value, index) in steps)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }

            if (property is null && index is null)
            {
                continue;
            }

            var item = at.ValueKind != JsonValueKind.Array ? default
                : index is { } place ? at.EnumerateArray().Skip(place).FirstOrDefault()
                : at.EnumerateArray().FirstOrDefault(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(property!, out var found) && found.ToString() == value);
            if (item.ValueKind == JsonValueKind.Undefined)
            {
                return null;
            }

            at = item;
        }

        return at.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : at;
    }

    /// <returns>A scalar's text, without quotes; null for nothing, a list or an object.</returns>
    public string? Text(JsonElement root) =>
        Find(root) is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array) } value && value.ToString() is { Length: > 0 } found ? found : null;

    public override string ToString() => text;

    private static string? Group(Match match, string name) => match.Groups[name].Success ? match.Groups[name].Value : null;

    [GeneratedRegex(@"\.(?![^\[]*\])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dots();

    [GeneratedRegex(@"^(?<name>[^\[\].\s]+)(\[((?<index>[0-9]{1,6})|(?<property>[^=\]]+)=(?<value>[^\]]+))\])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();
}
