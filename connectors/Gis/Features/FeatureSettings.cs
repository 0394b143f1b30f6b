using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Gis.Features;

/// <summary>A layer of a GIS server.</summary>
public abstract record FeatureSettings : HttpSettings
{
    [Setting("Champ qui forme la clé ; sans lui, l’identifiant de l’objet", "Property that forms the key; without it, the feature's id")]
    public string? Key { get; init; }

    [Setting("Objets par page", "Features a page", Minimum = 1, Maximum = 10_000)]
    public int PageSize { get; init; } = 1000;

    [Setting("Autres paramètres de la requête : bbox, filter, where…", "Other parameters of the request: bbox, filter, where…")]
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    [Setting("Ce qui permet de lire les propriétaires ; sans cela leurs champs sont retirés", "What permits reading the owners; without it their fields are removed")]
    public OwnerSettings? Owners { get; init; }

    [Setting("Champs du propriétaire, en plus de ceux que leur nom désigne", "The owner's fields, beside those their name gives away")]
    public IReadOnlyList<string> OwnerFields { get; init; } = [];

    public override IEnumerable<SettingProblem> Check()
    {
        foreach (var problem in base.Check())
        {
            yield return problem;
        }

        if (Owners is { Purpose.Length: 0 })
        {
            yield return new SettingProblem("owners.purpose", "Reading owners needs a purpose in words: what the town hall does with them.");
        }
    }
}
