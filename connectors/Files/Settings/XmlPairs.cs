using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Files.Settings;

/// <summary>Elements that hold a field's name and its value in two attributes: <c>&lt;IndexField Name="Nom" Value="DUPONT"/&gt;</c>. They become fields of those names, so that forbidden names are known.</summary>
public sealed record XmlPairs
{
    [Setting("Élément", "Element")]
    public required string Element { get; init; }

    [Setting("Attribut du nom", "Attribute of the name")]
    public string Name { get; init; } = "Name";

    [Setting("Attribut de la valeur", "Attribute of the value")]
    public string Value { get; init; } = "Value";
}
