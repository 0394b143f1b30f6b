namespace IntegrationHub.Mappings.Engine.Functions.Names;

internal static class BirthNameFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "birth-name",
        Summary = "The birth name of a family name that may hold both: after « née », before « épouse »; the whole name where it holds one.",
        Examples =
        [
            new("birth-name", "DUPONT née MARTIN", "MARTIN"),
            new("birth-name", "MARTIN épouse DUPONT", "MARTIN"),
            new("birth-name", "Dupont (née de La Tour)", "de La Tour"),
            new("birth-name", "MARTIN", "MARTIN"),
            new("birth-name", "DUPONT née INCONNUE", null, "name.placeholder"),
        ],
        Bind = static _ => static (input, attempt) => MarriedName.Of((string)input).Birth is { } name ? FamilyNameFunction.Of(name, attempt) : null,
    };
}
