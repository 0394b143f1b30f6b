using System.Globalization;
using System.Resources;

namespace IntegrationHub.Host.Texts;

/// <summary>User-facing texts in one language, from the resource files beside this class.</summary>
/// <remarks>A missing key is a defect that a test finds; on screen it shows as the key itself, never as an error page.</remarks>
public sealed class Words
{
    private static readonly ResourceManager Resources = new("IntegrationHub.Host.Texts.Texts", typeof(Words).Assembly);

    private Words(string language)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language == "fr" ? "fr-FR" : "en-GB");
    }

    public static Words French { get; } = new("fr");

    public static Words English { get; } = new("en");

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>For dates and numbers shown to people.</summary>
    public CultureInfo Culture { get; }

    public string this[string key] => Find(key) ?? key;

    public string this[string key, params object?[] values] => string.Format(Culture, this[key], values);

    /// <summary>The text, or null where the resource files have none.</summary>
    public string? Find(string key) => Resources.GetString(key, Culture);

    /// <summary>A count with its thousands grouped as the language does.</summary>
    public string Count(long value) => value.ToString("N0", Culture);

    /// <summary>The language whose code the text starts with (<c>fr_FR.UTF-8</c>, <c>fr-CA</c>); English when it is neither.</summary>
    public static Words Of(string? language) =>
        language is not null && language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : English;
}
