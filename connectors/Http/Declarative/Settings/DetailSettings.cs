using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>What a list leaves out: one more request for each new or changed record, whose list is put into the record before it is told.</summary>
public sealed record DetailSettings
{
    /// <summary>The place in <see cref="Path"/> that the record's key fills.</summary>
    public const string Key = "{key}";

    [Setting("Chemin du détail sous l’adresse de base, avec {key}", "Path of the detail below the base address, with {key}")]
    public required string Path { get; init; }

    [Setting("Où se trouve la liste dans la réponse", "Where the list stands in the answer")]
    public JsonPath Records { get; init; } = JsonPath.Parse("$");

    [Setting("Champ de l’enregistrement que la liste remplit", "Field of the record that the list fills")]
    public required string Into { get; init; }

    [Setting("Champ qui doit désigner les mêmes entrées dans l’enregistrement et dans le détail", "Field that must name the same entries in the record and in the detail")]
    public JsonPath? Match { get; init; }
}
