using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Finance.Pes;

/// <summary>Settings of the <c>helios-pes</c> connector. The key is the file's own: collectivité, budget and <c>RefTiers</c>.</summary>
public sealed record PesSettings : FileSettings;
