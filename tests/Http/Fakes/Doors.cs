using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Tests.Http.Fakes;

/// <summary>A fake whose doors a test writes itself.</summary>
internal sealed class Doors(Action<IEndpointRouteBuilder, SandboxContext> map) : SandboxSystem
{
    public override string Name => "doors";

    public override LocalText Title { get; } = new("Portes", "Doors");

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context) => map(routes, context);
}
