using System.Globalization;

namespace IntegrationHub.Mappings.Engine.Functions.Places;

/// <summary>The shape of COG codes: two digits or 2A or 2B, then three digits.</summary>
internal static class CommuneCode
{
    /// <summary>The code in five characters, a lost zero put back; null when the text is no code.</summary>
    public static string? Read(string text)
    {
        if (text.Length is < 4 or > 5 || !text.AsSpan(text.Length - 3).ContainsOnlyDigits())
        {
            return null;
        }

        var code = text.Length == 4 ? "0" + text : text;
        return code[0] == '2' && code[1] is 'a' or 'b' ? code.ToUpper(CultureInfo.InvariantCulture)
            : char.IsAsciiDigit(code[0]) && (char.IsAsciiDigit(code[1]) || (code[0] == '2' && code[1] is 'A' or 'B')) ? code
            : null;
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
