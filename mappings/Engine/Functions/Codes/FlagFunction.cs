using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Functions.Codes;

internal static class FlagFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "flag",
        Summary = "Yes or no, from oui/non, vrai/faux, true/false, 1/0, O/N, Y/N, X.",
        Gives = ValueKind.Flag,
        Parameters = [new("not", "Turns the answer round, for columns that say the contrary.", Words: ["not"])],
        Examples =
        [
            new("flag", "Oui", "true"),
            new("flag", "0", "false"),
            new("flag(not)", "Non", "true"),
            new("flag", "peut-être", null, "flag.invalid"),
        ],
        Bind = static args =>
        {
            var not = args.Flag("not");
            return (input, attempt) => Fold.Of((string)input) switch
            {
                "OUI" or "O" or "VRAI" or "TRUE" or "YES" or "Y" or "1" or "X" or "ON" => !not,
                "NON" or "N" or "FAUX" or "FALSE" or "NO" or "0" or "OFF" => not,
                _ => attempt.Fail("flag.invalid"),
            };
        },
    };
}
