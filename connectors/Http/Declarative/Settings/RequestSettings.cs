using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>The request that reads a page.</summary>
public sealed record RequestSettings
{
    [Setting("Chemin sous l’adresse de base", "Path below the base address")]
    public required string Path { get; init; }

    [Setting("Paramètres ; un paramètre dont une valeur manque n’est pas envoyé", "Parameters; one that lacks a value is not sent")]
    public IReadOnlyDictionary<string, Template> Query { get; init; } = new Dictionary<string, Template>();

    [Setting("Corps JSON ; la requête devient un POST", "JSON body; the request becomes a POST")]
    public Template? Body { get; init; }
}
