using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Gis.Features;

namespace IntegrationHub.Connectors.Gis.ArcGis;

/// <summary>A layer of an ArcGIS feature service. The base address is the service's: <c>https://host/arcgis/rest/services/adresses/FeatureServer</c>.</summary>
public sealed record ArcGisSettings : FeatureSettings
{
    [Setting("Numéro de la couche", "Number of the layer", Minimum = 0, Maximum = 100_000)]
    public int Layer { get; init; }

    [Setting("Ce qui est lu (SQL)", "What is read (SQL)")]
    public string Where { get; init; } = "1=1";

    [Setting("Champs lus", "Fields read")]
    public IReadOnlyList<string> Fields { get; init; } = ["*"];

    [Setting("Compte qui demande des jetons (generateToken)", "Account that asks for tokens (generateToken)")]
    public ArcGisAccount? Account { get; init; }

    public override IEnumerable<SettingProblem> Check()
    {
        foreach (var problem in base.Check())
        {
            yield return problem;
        }

        if (Account is not null && Auth is not null)
        {
            yield return new SettingProblem("account", "An account asks for tokens itself: leave auth out.");
        }
    }
}
