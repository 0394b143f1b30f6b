using System.Text.RegularExpressions;

namespace IntegrationHub.Mappings.Engine.Functions.Text;

internal static class ReplaceFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "replace",
        Summary = "Replaces what a regular expression matches.",
        Parameters =
        [
            new("pattern", "A .NET regular expression.", Required: true),
            new("with", "What takes its place ($1 for the first group); nothing by default."),
        ],
        Examples =
        [
            new("replace(\"^0+\", \"\")", "000123", "123"),
            new("replace(\"(.+), (.+)\", \"$2 $1\")", "DUPONT, Marie", "Marie DUPONT"),
            new("replace(\"(a+)+$\", \"\")", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"),
            new("replace(\"^0+\", \"\")", "00\u0001123", "123", "text.control-characters"),
        ],
        Bind = static args =>
        {
            var regex = Patterns.Compile(args, args.Text("pattern", ""));
            var with = args.Text("with", "");
            return (input, attempt) =>
            {
                try
                {
                    return Words.Collapse(regex.Replace((string)input, with));
                }
                catch (RegexMatchTimeoutException)
                {
                    return attempt.Fail("pattern.too-slow");
                }
            };
        },
    };
}
