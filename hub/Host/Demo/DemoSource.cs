using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Host.Demo;

/// <summary>A connection of the demo, to one system of the made-up town hall.</summary>
/// <param name="Name">The connection's.</param>
/// <param name="Fake">The sandbox's system that answers it over HTTP; null when it reads a file.</param>
/// <param name="Shipped">The shipped document it is made of; null when it has one of its own beside this class.</param>
/// <param name="Trust">Of a shipped document, which leaves it open.</param>
public sealed record DemoSource(string Name, string? Fake = null, string? Shipped = null, int Trust = 50)
{
    /// <summary>Every connection of the demo, one line each, in the order they are read.</summary>
    public static IReadOnlyList<DemoSource> All { get; } =
    [
        new("portail"),
        new("demarches", Fake: "publik", Shipped: "publik"),
        new("crm", Fake: "dataverse"),
        new("famille"),
        new("ged", Fake: "alfresco"),
        new("archives", Fake: "cmis"),
        new("courrier"),
        new("signature", Fake: "yousign", Shipped: "yousign", Trust: 40),
        new("finance"),
        new("compta"),
        new("regie"),
        new("helios"),
        new("entreprises", Fake: "recherche-entreprises", Shipped: "recherche-entreprises"),
        new("identite", Fake: "franceconnect"),
    ];

    /// <summary>The system that answers; null for a file.</summary>
    public SandboxSystem? System => Fake is null ? null : SandboxCatalogue.All.First(system => system.Name == Fake);

    /// <summary>What the system is called; that of the connector where a file is read.</summary>
    public LocalText Title(ConnectorManifest manifest) => System?.Title ?? manifest.Title;
}
