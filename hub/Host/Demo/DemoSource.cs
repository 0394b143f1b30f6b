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
        new("profils", Fake: "publik-profils", Shipped: "publik-profils", Trust: 70),
        new("crm", Fake: "dataverse"),
        new("famille"),
        new("ged", Fake: "alfresco"),
        new("archives", Fake: "cmis"),
        new("courrier"),
        new("courrier-xml"),
        new("courriels"),
        new("sms", Fake: "ovh-sms"),
        new("appels", Fake: "ovh-calls"),
        new("signature", Fake: "yousign", Shipped: "yousign", Trust: 40),
        new("parapheur", Fake: "iparapheur"),
        new("parapheur-v4", Fake: "iparapheur-soap"),
        new("docusign", Fake: "docusign") { Secrets = [("docusign-key", "/oauth/sandbox-key.pem")] },
        new("goodflag", Fake: "goodflag"),
        new("finance"),
        new("compta"),
        new("regie"),
        new("helios"),
        new("entreprises", Fake: "recherche-entreprises", Shipped: "recherche-entreprises"),
        new("sirene", Fake: "sirene", Shipped: "sirene"),
        new("chorus", Fake: "chorus-pro"),
        new("sig", Fake: "ogc-features"),
        new("cadastre", Fake: "wfs"),
        new("agglo", Fake: "arcgis"),
        new("identite", Fake: "franceconnect"),
        new("adresses-ban", Fake: "geoplateforme"),
        new("zones", Fake: "ogc-features"),
    ];

    /// <summary>The system that answers; null for a file.</summary>
    public SandboxSystem? System => Fake is null ? null : SandboxCatalogue.All.First(system => system.Name == Fake);

    /// <summary>What the fake itself gives away where a real system's administrator would: name of the file, and where it is asked for.</summary>
    public IReadOnlyList<(string File, string Path)> Secrets { get; init; } = [];

    /// <summary>What the system is called; that of the connector where a file is read.</summary>
    public LocalText Title(ConnectorManifest manifest) => System?.Title ?? manifest.Title;
}
