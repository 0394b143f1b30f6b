using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Mappings.Engine.Functions;

namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>The types of attributes a town declares, and their JSON.</summary>
internal static class ExtraTypes
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
        string?[] list => JsonSerializer.Serialize(list, Readable),
        _ => JsonSerializer.Serialize(ValueText.Of(value), Readable),
    };
}
