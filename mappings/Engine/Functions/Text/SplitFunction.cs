namespace IntegrationHub.Mappings.Engine.Functions.Text;

internal static class SplitFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "split",
        Summary = "Splits a text and gives the piece at one place (1 for the first, -1 for the last).",
        Parameters =
        [
            new("separator", "What stands between two pieces.", Required: true),
            new("at", "Place of the piece; 1 by default."),
        ],
        Examples =
        [
            new("split(\";\", at=2)", "75;PARIS;FR", "PARIS"),
            new("split(\"/\", at=-1)", "a/b/c", "c"),
            new("split(\";\", at=4)", "75;PARIS;FR", null, "split.no-such-piece"),
        ],
        Bind = static args =>
        {
            var separator = args.Text("separator", " ");
            var at = args.Number("at", 1);
            if (at == 0 || separator.Length == 0)
            {
                args.Refuse("split needs a separator, and a place from 1 or from -1");
            }

            return (input, attempt) =>
            {
                var pieces = ((string)input).Split(separator);
                var index = at > 0 ? at - 1 : pieces.Length + at;
                return index >= 0 && index < pieces.Length ? Words.Collapse(pieces[index]) : attempt.Fail("split.no-such-piece");
            };
        },
    };
}
