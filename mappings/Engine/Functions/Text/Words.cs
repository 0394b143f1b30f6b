namespace IntegrationHub.Mappings.Engine.Functions.Text;

/// <summary>Splitting and joining on white space.</summary>
internal static class Words
{
    public static string[] Of(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One space between words, none at the ends; null when nothing is left.</summary>
    public static string? Collapse(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
        {
            return null;
        }

        for (var i = 1; i < trimmed.Length; i++)
        {
            if (char.IsWhiteSpace(trimmed[i]) && (trimmed[i] != ' ' || trimmed[i - 1] == ' '))
            {
                return string.Join(' ', Of(text));
            }
        }

        return trimmed.Length == text.Length ? text : trimmed.ToString();
    }

    public static string? Join(IEnumerable<string> words) => string.Join(' ', words) is { Length: > 0 } text ? text : null;
}
