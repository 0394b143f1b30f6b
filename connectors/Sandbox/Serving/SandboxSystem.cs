using IntegrationHub.Connectors.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>A fake of one foreign system, over real HTTP: faithful in sign-in, paging, limits and error bodies. One small class, and one line in <see cref="SandboxCatalogue"/>.</summary>
public abstract class SandboxSystem
{
    /// <summary>Lower case, as on the command line: <c>publik</c>.</summary>
    public abstract string Name { get; }

    public abstract LocalText Title { get; }

    /// <summary>Below the server's address; without the last slash: <c>/alfresco</c>.</summary>
    public virtual string BasePath => "";

    /// <summary>Fills the system with the town and maps its doors.</summary>
    public abstract void Map(IEndpointRouteBuilder routes, SandboxContext context);
}
