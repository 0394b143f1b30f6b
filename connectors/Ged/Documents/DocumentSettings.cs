using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Ged.Documents;

/// <summary>What every connection to a document system is told.</summary>
public record DocumentSettings : HttpSettings
{
    [Setting("Documents par page", "Documents a page", Minimum = 1, Maximum = 1000)]
    public int PageSize { get; init; } = 200;

    [Setting("Minutes relues à chaque passage, pour ce que l’index montre en retard", "Minutes read again each time, for what the index shows late", Minimum = 0, Maximum = 1_000_000)]
    public int LookBackMinutes { get; init; } = 15;

    [Setting("Propriété qui reçoit l’identifiant de la fiche de référence", "Property that takes the golden record's id")]
    public string GoldenProperty { get; init; } = "gru:goldenId";

    [Setting("Propriété qui reçoit la version de la fiche ; vide : aucune", "Property that takes the golden record's version; empty for none")]
    public string VersionProperty { get; init; } = "gru:goldenVersion";
}
