using System.Text.Json;
using RestEase;

namespace IntegrationHub.Connectors.Crm.Dataverse;

/// <summary>What the hub reads of the Dataverse Web API 9.2, below <c>https://ORG.api.crm12.dynamics.com/api/data/v9.2/</c> (<c>https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/about</c>).</summary>
/// <remarks>What it writes goes in batches, whose parts are requests themselves: <c>Writing/DataverseBatcher.cs</c>.</remarks>
[Header("Accept", "application/json")]
[Header("OData-Version", "4.0")]
[Header("OData-MaxVersion", "4.0")]
internal interface IDataverseApi
{
    /// <summary>The application user, as <c>UserId</c>.</summary>
    [Get("WhoAmI")]
    Task<JsonDocument> WhoAmIAsync(CancellationToken cancellationToken);

    /// <summary>A page of rows or changes (<c>https://learn.microsoft.com/power-apps/developer/data-platform/use-change-tracking-synchronize-data-external-systems</c>).</summary>
    /// <param name="link">The table with its columns, or a next or delta link as the server wrote it.</param>
    /// <param name="prefer">Change tracking and the size of a page.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    [Get("{link}")]
    Task<JsonDocument> RowsAsync([Path(UrlEncode = false)] string link, [Header("Prefer")] string prefer, CancellationToken cancellationToken);
}
