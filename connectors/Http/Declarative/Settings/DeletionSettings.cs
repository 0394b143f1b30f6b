using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>How a deleted record is known.</summary>
public sealed record DeletionSettings
{
    [Setting("Champ qui dit qu’un enregistrement est supprimé", "Field that says a record is deleted")]
    public JsonPath? Field { get; init; }

    [Setting("Valeurs de ce champ qui le disent ; aucune : toute valeur", "Values of that field that say so; none: any value")]
    public IReadOnlyList<string> Values { get; init; } = [];

    [Setting("Ce qui manque à une lecture complète est supprimé", "What a whole read lacks is deleted")]
    public bool Missing { get; init; }
}
