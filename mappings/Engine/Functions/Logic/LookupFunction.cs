using System.Collections.Frozen;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Functions.Logic;

internal static class LookupFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "lookup",
        Summary = "Translates a code by a table of the document (`tables:`), whatever its case and accents.",
        Parameters =
        [
            new("table", "Name of the table; `colours` in these examples holds r: red, g: green.", Required: true),
            new("else", "What to give for a code that is not in the table; without it, an issue."),
        ],
        Examples =
        [
            new("lookup(colours)", "R", "red"),
            new("lookup(colours, else=other)", "z", "other"),
            new("lookup(colours)", "z", null, "lookup.unknown-code"),
        ],
        Bind = static args =>
        {
            var table = args.Table(args.Text("table", "")).GroupBy(p => Fold.Of(p.Key)).ToFrozenDictionary(g => g.Key, g => g.First().Value);
            var otherwise = args.Text("else");
            return (input, attempt) => table.GetValueOrDefault(Fold.Of((string)input)) ?? otherwise ?? attempt.Fail("lookup.unknown-code");
        },
    };
}
