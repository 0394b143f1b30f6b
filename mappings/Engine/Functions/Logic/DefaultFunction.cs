namespace IntegrationHub.Mappings.Engine.Functions.Logic;

internal static class DefaultFunction
{
    /// <summary>The compiler knows this one: unlike the others it also works on nothing.</summary>
    public const string Name = "default";

    public static MappingFunction Definition { get; } = new()
    {
        Name = Name,
        Summary = "A constant for a blank column.",
        Parameters = [new("value", "The text to give.", Required: true)],
        Examples =
        [
            new("default(99100)", "99352", "99352"),
            new("default(99100)", "", "99100"),
            new("default(99100)", "99\u000135", "9935", "text.control-characters"),
        ],
        Bind = static _ => static (input, _) => input,
    };
}
