using System.Text.RegularExpressions;

namespace IntegrationHub.Mappings.Engine.Recognition;

/// <summary>The shape of a NIR (social security number): 13 characters, with or without its key of two digits.</summary>
internal static partial class NirShape
{
    public static bool Is(string value) => Shape().IsMatch(value.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal));

    [GeneratedRegex("^[123478][0-9]{2}(0[1-9]|1[0-2]|[2-9][0-9])([0-9]{2}|2[AB])[0-9]{6}([0-9]{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 100)]
    private static partial Regex Shape();
}
