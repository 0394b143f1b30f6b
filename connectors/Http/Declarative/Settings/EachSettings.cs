using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>Several lists that differ by one word of their path, read one after another: states, desks, kinds. A record met in two of them is given by the first.</summary>
public sealed record EachSettings
{
    /// <summary>The place in <see cref="RequestSettings.Path"/> that the word fills.</summary>
    public const string Place = "{each}";

    [Setting("Mots du chemin, dans l’ordre de lecture ; {each} en marque la place", "Words of the path, in the order of reading; {each} marks their place")]
    public required IReadOnlyList<string> Values { get; init; }

    [Setting("Champ de l’enregistrement qui reçoit le mot", "Field of the record that takes the word")]
    public string? Into { get; init; }
}
