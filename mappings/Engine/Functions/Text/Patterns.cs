using System.Text.RegularExpressions;

namespace IntegrationHub.Mappings.Engine.Functions.Text;

/// <summary>Regular expressions of documents. They never backtrack, so that no value can make one slow; the limit is a last guard.</summary>
internal static class Patterns
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public static Regex Compile(Arguments args, string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limit);
        }
        catch (NotSupportedException)
        {
            args.Refuse("the pattern may not look around or refer back: say it without (?=…), (?<=…), \\1");
        }
        catch (ArgumentException wrong)
        {
            args.Refuse($"the pattern is not a regular expression: {wrong.Message}");
        }

        return new Regex("$^", RegexOptions.NonBacktracking, Limit);
    }
}
