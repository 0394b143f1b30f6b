using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Web.Views;

/// <summary>The front page: where the registry stands and what waits.</summary>
public sealed record HomeView(RegistryCounts Counts, IReadOnlyList<QueueLine> Waiting, IReadOnlyList<RunRow> Runs, string Town);
