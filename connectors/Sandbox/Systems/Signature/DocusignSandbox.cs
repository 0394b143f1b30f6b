using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Signature;

/// <summary>DocuSign eSignature v2.1: tokens by the JWT grant, userinfo that names the account's server, envelopes by date of change and place, recipients apart, envelopes made, voided, or deleted as drafts. Errors are <c>{"errorCode":…,"message":…}</c>.</summary>
/// <remarks>Its private key is given away at <c>/oauth/sandbox-key.pem</c>: it signs nothing but what this fake reads.</remarks>
public sealed class DocusignSandbox : SandboxSystem
{
    public const string Account = "6b2f8c1e-1111-4c3d-9a77-0d6e5f4a3b21";

    /// <summary>An account whose hourly calls are used up.</summary>
    public const string Exhausted = "6b2f8c1e-2222-4c3d-9a77-0d6e5f4a3b21";

    /// <summary>An account served elsewhere.</summary>
    public const string Elsewhere = "6b2f8c1e-3333-4c3d-9a77-0d6e5f4a3b21";

    private const int Largest = 1000;

    public override string Name => "docusign";

    public override LocalText Title { get; } = new("DocuSign, enveloppes à signer", "DocuSign, envelopes to be signed");

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var (table, door) = (context.Table(), new DocusignDoor(context.Time));
        foreach (var record in context.Town.Records(TownSystem.Signature))
        {
            table.Add(record.Key, new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), context.Plant(DocusignEnvelope.Of(record)));
        }

        door.Map(routes, () => Results.Json(new { sub = SandboxContext.User, name = "Mairie", accounts = new[] { Served(Account, context.Address), Served(Exhausted, context.Address), Served(Elsewhere, new Uri("https://na9.docusign.net")) } }));
        var doors = routes.MapGroup("/restapi/v2.1/accounts/{account}").AddEndpointFilter(async (call, next) => Refusal(call.HttpContext, context, door) ?? await next(call));
        doors.MapGet("/envelopes", (HttpContext call) => List(table, call));
        doors.MapGet("/envelopes/{id}", (string id) => table.Find(id) is { Deleted: false } row ? Results.Text(DocusignEnvelope.Told(row, custom: false).ToJsonString(), "application/json") : Missing());
        doors.MapGet("/envelopes/{id}/recipients", (string id) => table.Find(id) is { Deleted: false } row ? Results.Text(DocusignEnvelope.Recipients(row).ToJsonString(), "application/json") : Missing());
        doors.MapGet("/users/{user}/settings", (string user) => user == SandboxContext.User ? Results.Json(new { canSendEnvelope = "true" }) : Error(404, "USER_NOT_FOUND", "There is no such user."));
        new DocusignWrites(table, context.Time).Map(doors);
    }

    internal static IResult Error(int status, string errorCode, string message) => Results.Json(new { errorCode, message }, statusCode: status);

    internal static IResult Missing() => Error(404, "ENVELOPE_DOES_NOT_EXIST", "The envelope specified either does not exist or you have no rights to it.");

    private static object Served(string id, Uri at) => new { account_id = id, is_default = id == Account, account_name = "Mairie", base_uri = at.GetLeftPart(UriPartial.Authority) };

    private static IResult? Refusal(HttpContext call, SandboxContext context, DocusignDoor door)
    {
        if (!door.Accepts(call))
        {
            return Error(401, "AUTHORIZATION_INVALID_TOKEN", "The access token provided is expired, revoked or malformed.");
        }

        switch ((string?)call.GetRouteValue("account"))
        {
            case Account:
                return null;
            case Exhausted:
                call.Response.Headers["X-RateLimit-Reset"] = context.Time.GetUtcNow().AddMinutes(20).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                return Error(400, "HOURLY_APIINVOCATION_LIMIT_EXCEEDED", "The maximum number of hourly API invocations has been exceeded.");
            default:
                return Error(400, "USER_DOES_NOT_BELONG_TO_SPECIFIED_ACCOUNT", "The specified User is not a member of the specified Account.");
        }
    }

    private static IResult List(SandboxTable table, HttpContext call)
    {
        string? Asked(string name) => call.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;
        var (start, count) = (int.Parse(Asked("start_position") ?? "0", CultureInfo.InvariantCulture), int.Parse(Asked("count") ?? "100", CultureInfo.InvariantCulture));
        if (!DateTimeOffset.TryParse(Asked("from_date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from) || count > Largest)
        {
            return Error(400, "INVALID_REQUEST_PARAMETER", "The request contained at least one invalid parameter. Query parameter 'from_date' must be set to a valid DateTime, or 'envelope_ids' or 'transaction_ids' must be specified.");
        }

        IReadOnlyList<SandboxRow> rows = [.. table.Live.Where(row => row.ChangedAt >= from && (Asked("custom_field") is not { } field || DocusignEnvelope.Bears(row, field)))];
        var page = rows.Skip(start).Take(count).Select(row => (JsonNode)DocusignEnvelope.Told(row, custom: Asked("include") == "custom_fields")).ToArray();
        var answer = new JsonObject { ["resultSetSize"] = $"{page.Length}", ["totalSetSize"] = $"{rows.Count}" };
        if (page.Length > 0)
        {
            (answer["startPosition"], answer["endPosition"], answer["nextUri"], answer["envelopes"]) = ($"{start}", $"{start + page.Length - 1}", "", new JsonArray(page));
        }

        return Results.Text(answer.ToJsonString(), "application/json");
    }
}
