namespace IntegrationHub.Mappings.Engine.Compiling;

/// <summary>Takes the short way of writing a value apart: <c>a ?? b | split(";", at=2) | upper</c>.</summary>
internal static class PipeText
{
    /// <summary>Splits at a mark outside quotes and parentheses.</summary>
    public static IReadOnlyList<string> Split(string text, string mark)
    {
        var pieces = new List<string>();
        var (start, depth, quote) = (0, 0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' || (c is '\'' && depth > 0))
            {
                quote = c;
            }
            else if (c is '(' or ')')
            {
                depth += c == '(' ? 1 : -1;
            }
            else if (depth == 0 && string.CompareOrdinal(text, i, mark, 0, mark.Length) == 0)
            {
                pieces.Add(text[start..i].Trim());
                start = i + mark.Length;
            }
        }

        pieces.Add(text[start..].Trim());
        return pieces;
    }

    /// <summary>Null when the text is no call.</summary>
    public static FunctionCall? Call(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return text.Length > 0 && !text.Contains(' ', StringComparison.Ordinal) ? new FunctionCall(text, []) : null;
        }

        if (text[^1] != ')' || open == 0)
        {
            return null;
        }

        var inside = text[(open + 1)..^1];
        return new FunctionCall(text[..open].Trim(), inside.Trim().Length == 0 ? [] : [.. Split(inside, ",").Select(Argument)]);
    }

    private static (string? Name, string Value) Argument(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && text[..equals].All(c => char.IsAsciiLetter(c))
            ? (text[..equals], Unquote(text[(equals + 1)..].Trim()))
            : (null, Unquote(text));
    }

    private static string Unquote(string text) =>
        text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;
}
