namespace IntegrationHub.Mappings.Engine.Functions.Text;

internal static class ConcatFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "concat",
        Summary = "Joins columns, or the items of a list, leaving out blank ones.",
        Takes = ValueKind.Text | ValueKind.Texts | ValueKind.Columns,
        Parameters = [new("separator", "Between two values; a space by default.")],
        Examples =
        [
            new("concat", ["12", null, "rue des Lilas"], "12 rue des Lilas"),
            new("concat(\", \")", ["Anne", "Marie"], "Anne, Marie"),
            new("concat", [null, null], null),
            new("concat", ["A\u0001nne", "Marie"], "Anne Marie", "text.control-characters"),
        ],
        Bind = static args =>
        {
            var separator = args.Text("separator", " ");
            return (input, _) => input switch
            {
                string text => text,
                string?[] texts when string.Join(separator, texts.Where(t => t is not null)) is { Length: > 0 } joined => joined,
                _ => null,
            };
        },
    };
}
