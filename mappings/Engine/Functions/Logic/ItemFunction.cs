namespace IntegrationHub.Mappings.Engine.Functions.Logic;

internal static class ItemFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "item",
        Summary = "One item of a list: 1 for the first, -1 for the last; nothing where the list is shorter.",
        Takes = ValueKind.Text | ValueKind.Texts | ValueKind.Columns,
        Parameters = [new("at", "Place of the item.", Required: true)],
        Examples =
        [
            new("item(1)", ["Angela", "Claire"], "Angela"),
            new("item(-1)", ["Angela", "Claire"], "Claire"),
            new("item(3)", ["Angela", "Claire"], null),
            new("item(1)", ["Ang\u0001ela", "Claire"], "Angela", "text.control-characters"),
        ],
        Bind = static args =>
        {
            var at = args.Number("at", 1);
            return (input, _) =>
            {
                var items = input as string?[] ?? [(string)input];
                var index = at > 0 ? at - 1 : items.Length + at;
                return index >= 0 && index < items.Length ? items[index] : null;
            };
        },
    };
}
