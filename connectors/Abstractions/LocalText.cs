using System.Globalization;

namespace IntegrationHub.Connectors.Abstractions;

/// <summary>A short text in the product's two languages.</summary>
public sealed record LocalText(string French, string English)
{
    /// <summary>English for any culture but French.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "fr" ? French : English;
}
