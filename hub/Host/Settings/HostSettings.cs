using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Host.Settings;

/// <summary>What one node of the hub needs to start. Connections, mappings and keys are documents, not settings.</summary>
public sealed record HostSettings
{
    [Setting("Dossier des données", "Data folder: the embedded database, its second file, session keys")]
    public string Data { get; init; } = "data";

    [Setting("Dossier des documents YAML", "Folder of the YAML documents (connections, mappings); by default 'config' in the data folder")]
    public string? Config { get; init; }

    /// <summary>Only loopback unless said otherwise: TLS is the reverse proxy's work.</summary>
    [Setting("Adresse d’écoute", "Address to listen on")]
    public Uri Listen { get; init; } = new("http://127.0.0.1:8080");

    [Setting("Adresse publique, derrière le mandataire", "Address people use, behind the reverse proxy")]
    public Uri? Public { get; init; }

    [Setting("Stockage", "Store, by its name in the catalogue")]
    public string Store { get; init; } = "sqlite";

    [Setting("Chaîne de connexion, par référence", "Connection string of a database server, by reference")]
    public Secret? ConnectionString { get; init; }

    [Setting("Bus de messages, par référence ; en mémoire sinon", "Message bus (rabbitmq://user:password@host/vhost), by reference; else in memory")]
    public Secret? Bus { get; init; }

    [Setting("Nom de la commune", "The town's name, as the front page shows it")]
    public string Town { get; init; } = "IntegrationHub";

    [Setting("SIRET de la commune", "The town's SIRET: controller of what its own staff sees")]
    public Siret? Siret { get; init; }

    /// <summary>Nothing is loaded that is not named here.</summary>
    [Setting("Connecteurs tiers : chemins des assemblages", "Third-party connectors: paths of their assemblies")]
    public IReadOnlyList<string> Plugins { get; init; } = [];

    public string ConfigFolder() => Config ?? Path.Combine(Data, "config");

    /// <summary>The controller's SIRET; zeros while it is not set.</summary>
    public string Controller() => Siret is { } siret ? siret.ToString() : "00000000000000";

    public Uri Address() => Public ?? Listen;
}
