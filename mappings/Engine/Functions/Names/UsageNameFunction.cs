namespace IntegrationHub.Mappings.Engine.Functions.Names;

internal static class UsageNameFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "usage-name",
        Summary = "The usage name of a family name that holds both: before « née », after « épouse »; nothing where it holds one.",
        Examples =
        [
            new("usage-name", "DUPONT née MARTIN", "DUPONT"),
            new("usage-name", "MARTIN ép. DUPONT", "DUPONT"),
            new("usage-name", "MARTIN", null),
            new("usage-name", "X née MARTIN", null, "name.placeholder"),
        ],
        Bind = static _ => static (input, attempt) => MarriedName.Of((string)input).Usage is { } name ? FamilyNameFunction.Of(name, attempt) : null,
    };
}
