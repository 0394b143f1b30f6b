using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Catalogues;
using IntegrationHub.Host.Settings;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Node;

/// <summary>Turns the host's words about storage into the store's settings.</summary>
public static class StoreSettings
{
    /// <exception cref="DocumentException">No such store, or the connection string cannot be read.</exception>
    public static StorageSettings Of(HostSettings settings, TimeProvider clock)
    {
        if (!Stores.All.TryGetValue(settings.Store, out var provider))
        {
            throw Wrong("store", $"There is no store \"{settings.Store}\"; there are: {string.Join(", ", Stores.All.Keys)}.", NearestWord.Of(settings.Store, Stores.All.Keys));
        }

        string? connection = null;
        if (settings.ConnectionString is { } secret && !secret.TryReveal(out connection))
        {
            throw Wrong("connectionString", secret.Missing.Detail, null);
        }

        return new StorageSettings { Provider = provider, Directory = settings.Data, ConnectionString = connection, Clock = clock };
    }

    private static DocumentException Wrong(string setting, string message, string? nearest) =>
        new([new DocumentError(new DocumentPosition("settings", 1, 1), setting, "setting.value", message, nearest)]);
}
