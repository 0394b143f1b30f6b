using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Gis.ArcGis;

/// <summary>A user of the portal or server, who is given short-lived tokens.</summary>
public sealed record ArcGisAccount
{
    [Setting("Adresse des jetons sur le même serveur : https://host/portal/sharing/rest/generateToken", "Token address on the same server: https://host/portal/sharing/rest/generateToken")]
    public required Uri TokenUrl { get; init; }

    [Setting("Utilisateur", "User")]
    public required string User { get; init; }

    [Setting("Mot de passe", "Password")]
    public required Secret Password { get; init; }
}
