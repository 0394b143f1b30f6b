using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Connectors.Sandbox.Systems.Ged;

/// <summary>Alfresco's envelopes: <c>entry</c>, <c>list</c> with <c>pagination</c>, and <c>error</c>.</summary>
internal static class AlfrescoReplies
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IResult Entry(JsonObject entry, int status = 200) => Results.Json(new JsonObject { ["entry"] = entry.DeepClone() }, Plain, statusCode: status);

    /// <param name="rows">All that were found.</param>
    /// <param name="skip">skipCount.</param>
    /// <param name="size">maxItems.</param>
    /// <param name="context">What a search adds to its list; null for others.</param>
    public static IResult List(IReadOnlyList<JsonObject> rows, int skip, int size, JsonObject? context = null)
    {
        var page = rows.Skip(skip).Take(size).ToList();
        var list = new JsonObject
        {
            ["pagination"] = new JsonObject { ["count"] = page.Count, ["hasMoreItems"] = skip + page.Count < rows.Count, ["totalItems"] = rows.Count, ["skipCount"] = skip, ["maxItems"] = size },
            ["entries"] = new JsonArray([.. page.Select(row => new JsonObject { ["entry"] = row })]),
        };
        if (context is not null)
        {
            list["context"] = context;
        }

        return Results.Json(new JsonObject { ["list"] = list }, Plain);
    }

    public static IResult Error(int status, string key, string summary) => Results.Json(new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["errorKey"] = key,
            ["statusCode"] = status,
            ["briefSummary"] = summary,
            ["stackTrace"] = "For security reasons the stack trace is no longer displayed, but the property is kept for previous versions",
            ["descriptionURL"] = "https://api-explorer.alfresco.com",
            ["logId"] = Guid.NewGuid().ToString(),
        },
    }, Plain, statusCode: status);

    public static IResult NotFound(string id) => Error(404, "framework.exception.EntityNotFound", $"The entity with id: {id} was not found");
}
