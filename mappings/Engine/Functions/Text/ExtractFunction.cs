using System.Text.RegularExpressions;

namespace IntegrationHub.Mappings.Engine.Functions.Text;

internal static class ExtractFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "extract",
        Summary = "Gives the part of a text that a regular expression matches: its first group, else the whole match.",
        Parameters = [new("pattern", "A .NET regular expression.", Required: true)],
        Examples =
        [
            new("extract(\"n° ([0-9]+)\")", "Dossier n° 4212 du 5 mars", "4212"),
            new("extract(\"[0-9]{4}\")", "ANNEE 2024", "2024"),
            new("extract(\"[0-9]{4}\")", "sans objet", null, "extract.no-match"),
        ],
        Bind = static args =>
        {
            var regex = Patterns.Compile(args, args.Text("pattern", ""));
            return (input, attempt) =>
            {
                try
                {
                    var match = regex.Match((string)input);
                    return match.Success ? Words.Collapse(match.Groups[match.Groups.Count > 1 ? 1 : 0].Value) : attempt.Fail("extract.no-match");
                }
                catch (RegexMatchTimeoutException)
                {
                    return attempt.Fail("pattern.too-slow");
                }
            };
        },
    };
}
