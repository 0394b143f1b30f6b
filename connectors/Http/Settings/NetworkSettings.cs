using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>The way to the system: what a town hall's network asks for.</summary>
public sealed record NetworkSettings
{
    [Setting("Réseaux privés autorisés (CIDR)", "Private networks that may be reached (CIDR)")]
    public IReadOnlyList<NetworkRange> Allow { get; init; } = [];

    [Setting("Autres machines que le système désigne (liens, redirections)", "Other hosts the system points to (links, redirects)")]
    public IReadOnlyList<string> Hosts { get; init; } = [];

    [Setting("Mandataire sortant", "Outgoing proxy")]
    public BaseAddress? Proxy { get; init; }

    [Setting("Compte du mandataire, utilisateur:mot de passe", "The proxy's account, user:password")]
    public Secret? ProxyAccount { get; init; }

    [Setting("Fichier PEM des autorités de certification internes", "PEM file of internal certificate authorities")]
    public string? Authorities { get; init; }

    [Setting("Certificat client (fichier PEM ou PFX)", "Client certificate (PEM or PFX file)")]
    public string? ClientCertificate { get; init; }

    [Setting("Clé privée du certificat client (fichier PEM) si elle est à part", "Private key of the client certificate (PEM file) when it stands apart")]
    public string? ClientKey { get; init; }

    [Setting("Mot de passe du certificat client", "Password of the client certificate")]
    public Secret? ClientPassword { get; init; }
}
