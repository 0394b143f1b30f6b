using IntegrationHub.Host.Rights;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Host.Web.Views;

/// <summary>What can be asked about one person now, and what was asked before. No value of the person but the name, and that only while it may be read.</summary>
/// <param name="Actions">Those the record's state and the visitor's role allow.</param>
/// <param name="Done">The order just carried out; null when the page was simply opened.</param>
public sealed record RightsView(
    string Id, string? Name, GoldenState State, IReadOnlyList<RightsAction> Actions, IReadOnlyList<RightsEntry> Requests, RightsAction? Done);
