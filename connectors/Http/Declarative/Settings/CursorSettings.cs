using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Declarative.Settings;

/// <summary>Only what changed is read: <c>{since}</c> is the last change seen, less the look-back.</summary>
public sealed record CursorSettings
{
    [Setting("Paramètres envoyés dès qu’un changement est connu ; ils remplacent ceux de même nom", "Parameters sent once a change is known; they replace those of the same name")]
    public IReadOnlyDictionary<string, Template> Query { get; init; } = new Dictionary<string, Template>();

    [Setting("Corps JSON envoyé dès qu’un changement est connu", "JSON body sent once a change is known")]
    public Template? Body { get; init; }

    [Setting("Recul : une transaction lente apparaît après coup", "Look-back: a slow transaction shows up late")]
    public TimeSpan LookBack { get; init; } = TimeSpan.FromMinutes(10);

    [Setting("Écriture de {since} : modèle de date, unix ou unix-ms", "How {since} is written: a date pattern, unix or unix-ms")]
    public string Format { get; init; } = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    [Setting("{since} est en heure locale de la connexion", "{since} is in the connection's local time")]
    public bool Local { get; init; }
}
