using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Files.Settings;

/// <summary>Settings of the <c>xml</c> connector; a key is a path such as <c>etat-civil.id</c> or <c>@id</c> for an attribute.</summary>
public sealed record XmlFileSettings : FileSettings
{
    [Setting("Chemin de l’élément qui est un enregistrement : /export/personne, ou personne à toute profondeur", "Path of the element that is a record: /export/person, or person at any depth")]
    public required string Record { get; init; }

    [Setting("Attribut qui tient lieu de texte (V dans <Nom V=\"DUPONT\"/>)", "Attribute that stands for the text (V in <Nom V=\"DUPONT\"/>)")]
    public string? ValueAttribute { get; init; }

    [Setting("Élément qui porte le nom et la valeur d’un champ en attributs", "Element that bears a field's name and value as attributes")]
    public XmlPairs? Pairs { get; init; }

    [Setting("Éléments jamais lus", "Elements never read")]
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    [Setting("Encodage", "Encoding")]
    public TextEncoding Encoding { get; init; } = TextEncoding.Auto;
}
