using System.Text.Json;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Ged.Cmis;

/// <summary>What a server says of a repository.</summary>
/// <param name="Url">Where it is queried.</param>
/// <param name="Root">Where objects are read and written by their id.</param>
/// <param name="Token">Where its change log stands; null when it keeps none.</param>
internal sealed record CmisRepository(string Url, string Root, string? Token)
{
    public static async Task<CmisRepository> ReadAsync(CmisSettings settings, HttpLink link, CancellationToken cancellationToken)
    {
        using var json = (await link.GetAsync(link.Address, cancellationToken)).Json();
        var info = settings.Repository is { } name ? json.RootElement.GetProperty(name) : json.RootElement.EnumerateObject().First().Value;
        var logs = info.TryGetProperty("capabilities", out var can) && can.TryGetProperty("capabilityChanges", out var changes) && changes.GetString() is not (null or "none");
        return new CmisRepository(Text(info, "repositoryUrl")!, Text(info, "rootFolderUrl")!, logs ? Text(info, "latestChangeLogToken") : null);
    }

    private static string? Text(JsonElement info, string name) => info.TryGetProperty(name, out var value) ? value.GetString() : null;
}
