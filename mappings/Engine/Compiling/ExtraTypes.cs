using System.Globalization;
using System.Text.Encodings.Web;
using IntegrationHub.Mappings.Engine.Functions;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>The types of attributes a town declares, and their JSON.</summary>
internal static class ExtraTypes
{
    public static IReadOnlyDictionary<string, (ValueKind Kind, string Own)> Known { get; } = new Dictionary<string, (ValueKind, string)>
    {
        ["text"] = (ValueKind.Text, "trim"),
        ["number"] = (ValueKind.Number, "number"),
        ["flag"] = (ValueKind.Flag, "flag"),
        ["date"] = (ValueKind.Date, "date"),
        ["instant"] = (ValueKind.Instant, "instant"),
        ["list"] = (ValueKind.Text | ValueKind.Texts, "trim"),
    };

    public static string Json(object value) => value switch
    {
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        string?[] list => $"[{string.Join(',', list.Select(Quoted))}]",
        _ => Quoted(ValueText.Of(value)),
    };

    // By hand, not by the serializer: it works by reflection, which a program compiled ahead of time has no part in.
    private static string Quoted(string? text) => text is null ? "null" : $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
