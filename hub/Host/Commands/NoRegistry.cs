using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Settings;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Commands;

/// <summary>Keeps a mistyped folder from becoming a new, empty registry.</summary>
public static class NoRegistry
{
    /// <exception cref="UsageException">The embedded store's folder holds no registry.</exception>
    public static void Require(HostSettings settings, Words words)
    {
        if (settings.Store == "sqlite" && !File.Exists(Path.Combine(settings.Data, "registry.db")))
        {
            throw new UsageException(words["cli.no-registry", Path.GetFullPath(settings.Data)]);
        }
    }
}
