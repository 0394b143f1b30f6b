using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>What every connection over HTTP is told; a connector derives its own settings from this.</summary>
public record HttpSettings : ICheckedSettings
{
    [Setting("Adresse de base", "Base address")]
    public required BaseAddress Url { get; init; }

    [Setting("Authentification", "Authentication")]
    public AuthSettings? Auth { get; init; }

    [Setting("Réseau", "Network")]
    public NetworkSettings Network { get; init; } = new();

    [Setting("En-têtes ajoutés à chaque requête", "Headers added to every request")]
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    [Setting("En-têtes secrets ajoutés à chaque requête, hors demande de jeton", "Secret headers added to every request but that for a token")]
    public IReadOnlyDictionary<string, Secret> SecretHeaders { get; init; } = new Dictionary<string, Secret>();

    [Setting("Budget de requêtes : 7/s, 30/min", "Rate budget: 7/s, 30/min")]
    public RateLimit? Rate { get; init; }

    [Setting("Requêtes simultanées ; 1 pour un serveur fragile", "Requests at a time; 1 for a fragile server", Minimum = 1, Maximum = 64)]
    public int Concurrency { get; init; } = 4;

    [Setting("Secondes avant d’abandonner une requête", "Seconds before a request is given up", Minimum = 1, Maximum = 3600)]
    public int TimeoutSeconds { get; init; } = 30;

    [Setting("Nouveaux essais d’une requête avant de rendre l’échec", "Tries again of a request before it fails", Minimum = 0, Maximum = 10)]
    public int Retries { get; init; } = 3;

    [Setting("Taille maximale d’une réponse, en octets", "Largest answer, in bytes", Minimum = 1024, Maximum = 1 << 30)]
    public int MaxAnswerBytes { get; init; } = 1 << 26;

    /// <summary>Servers that give tokens, beside the base address: requests may go there, the connection's credentials do not. A system with a server of its own adds it.</summary>
    protected internal virtual IEnumerable<Uri> TokenServers() => Auth?.ClientCredentials is { TokenUrl: { IsAbsoluteUri: true } token } ? [token] : [];

    /// <summary>What does not fit together; a connector that overrides this adds to it.</summary>
    public virtual IEnumerable<SettingProblem> Check()
    {
        if (Auth is { } auth && new object?[] { auth.Basic, auth.Header, auth.Bearer, auth.ClientCredentials, auth.SignedUrl }.Count(way => way is not null) != 1)
        {
            yield return new SettingProblem("auth", "auth names exactly one of: basic, header, bearer, clientCredentials, signedUrl.");
        }

        if (Auth?.ClientCredentials is { TokenUrl.IsAbsoluteUri: false })
        {
            yield return new SettingProblem("auth.clientCredentials.tokenUrl", "The token address is written in full: https://host/path.");
        }
    }
}
