using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IntegrationHub.Connectors.Abstractions.Documents;

namespace IntegrationHub.Connectors.Abstractions.Settings;

/// <summary>Turns a scalar's text into the JSON value its type reads, and asks that type's own converter whether it is valid.</summary>
internal static class SettingsScalar
{
    public static JsonValue? Convert(DocumentNode.Scalar scalar, JsonTypeInfo info, string path, List<DocumentError> errors)
    {
        var type = info.Type;
        var text = scalar.Text!;
        if (type.IsEnum)
        {
            return Word(scalar, type, path, errors);
        }

        var value = Literal(type, text);
        try
        {
            value?.Deserialize(info);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            errors.Add(new DocumentError(scalar.At, path, "setting.value", Explain(error)));
            return null;
        }

        if (value is null)
        {
            errors.Add(new DocumentError(scalar.At, path, "setting.value", type == typeof(bool) ? "true or false is expected here." : "A number is expected here."));
        }

        return value;
    }

    private static JsonValue? Word(DocumentNode.Scalar scalar, Type type, string path, List<DocumentError> errors)
    {
        var words = Enum.GetNames(type).Select(name => WordOf(type, name)).ToList();
        if (words.Contains(scalar.Text!))
        {
            return JsonValue.Create(scalar.Text);
        }

        errors.Add(new DocumentError(scalar.At, path, "setting.word", $"This word is not known here; there are: {string.Join(", ", words)}.", NearestWord.Of(scalar.Text!, words)));
        return null;
    }

    private static string WordOf(Type type, string name) =>
        type.GetField(name)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static JsonValue? Literal(Type type, string text) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : null,
        TypeCode.Int32 or TypeCode.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
        TypeCode.Double or TypeCode.Decimal => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
        _ => JsonValue.Create(text),
    };

    // System.Text.Json adds " Path: $ | LineNumber…", which means nothing in the user's document.
    private static string Explain(Exception error)
    {
        var end = error.Message.IndexOf(" Path: $", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }
}
