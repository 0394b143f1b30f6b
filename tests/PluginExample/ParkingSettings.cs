using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Tests.PluginExample;

/// <summary>Address, sign-in, network and the like are inherited.</summary>
public sealed record ParkingSettings : HttpSettings
{
    [Setting("Parc de stationnement", "Car park")]
    public required string Site { get; init; }

    [Setting("Abonnés par page", "Subscribers a page", Minimum = 1, Maximum = 500)]
    public int PageSize { get; init; } = 100;
}
