using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems;

/// <summary>Publik's identity provider (Entr'ouvert): the portal's users and their profiles, over signed URLs.</summary>
public sealed class PublikProfilesSandbox : SandboxSystem
{
    public override string Name => "publik-profils";

    public override LocalText Title { get; } = new("Publik, profils des usagers", "Publik, users' profiles");

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context) => new PublikProfiles(context).Map(routes);
}
