using System.Text.Json.Serialization;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Abstractions.Connections;

/// <summary>A configured instance of a connector, as an architect writes it.</summary>
public sealed record ConnectionDocument : ICheckedSettings
{
    [Setting("Nom de la connexion", "Name of the connection")]
    public required string Name { get; init; }

    [Setting("Connecteur", "Connector")]
    public required string Connector { get; init; }

    [Setting("SIRET du responsable de traitement", "SIRET of the data controller")]
    public required Siret Controller { get; init; }

    [Setting("Fuseau horaire du système", "Time zone of the system")]
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Setting("Champs interdits : nir, bank, content, ou un nom de champ", "Forbidden fields: nir, bank, content, or a field's name")]
    public IReadOnlyList<string> Forbid { get; init; } = ForbiddenFields.DefaultWords;

    [Setting("Confiance dans la source, de 0 à 100", "Trust in the source, 0 to 100", Minimum = 0, Maximum = 100)]
    public int Trust { get; init; } = 50;

    [Setting("Document de correspondance", "Mapping document")]
    public string? Mapping { get; init; }

    [Setting("La source ne contient jamais deux fois la même personne", "The source never holds a person twice")]
    public bool DuplicateFree { get; init; }

    [Setting("Planification", "Schedule")]
    public PollSchedule Schedule { get; init; } = PollSchedule.Manual;

    [Setting("Nouveaux essais", "Retries")]
    public RetrySchedule Retry { get; init; } = RetrySchedule.Default;

    [Setting("Part au-delà de laquelle une exécution est retenue", "Share above which a run is held")]
    public Brake Brake { get; init; } = Brake.Default;

    [Setting("Adresses où une personne revient après s’être identifiée (fournisseurs d’identité)", "Addresses a person returns to after signing in (identity providers)")]
    public IReadOnlyList<Uri> Returns { get; init; } = [];

    /// <summary>The connector's own settings, bound once the connector is known.</summary>
    [JsonIgnore]
    public DocumentNode Settings { get; init; } = new DocumentNode.Map([], default);

    /// <summary>Why the system is asked about people, and what of them it is told; null for a system that is only read or written to.</summary>
    [JsonIgnore]
    public DocumentNode? Asks { get; init; }

    /// <summary>Binds everything but <see cref="Settings"/>, which waits for the connector's type: see <see cref="BindSettings"/>, and <see cref="Asks"/>, which the hub binds.</summary>
    /// <exception cref="DocumentException">With file, line and the nearest valid word.</exception>
    public static ConnectionDocument Read(DocumentNode node)
    {
        if (node is not DocumentNode.Map map)
        {
            throw new DocumentException([new DocumentError(node.At, "", "setting.shape", "A connection is a map: name, connector, controller, settings…")]);
        }

        var own = map with { Entries = [.. map.Entries.Where(entry => entry.Name is not ("settings" or "asks"))] };
        var document = SettingsBinder.Bind<ConnectionDocument>(own);
        return document with { Settings = map["settings"] ?? new DocumentNode.Map([], map.At), Asks = map["asks"] };
    }

    public IEnumerable<SettingProblem> Check() =>
        Returns.Any(address => !address.IsAbsoluteUri || !(address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true }))
            ? [new SettingProblem("returns", "An address a person returns to is written in full, with https: https://portal.example/return.")]
            : [];

    /// <summary>The connector's settings record.</summary>
    /// <exception cref="DocumentException">With file, line and the nearest valid word.</exception>
    public object BindSettings(ConnectorManifest manifest) => SettingsBinder.Bind(manifest.Settings, Settings, "settings");
}
