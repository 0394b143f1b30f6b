using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Channels;

/// <summary>OVH's API 1.0 for text messages: lists of numbers, one request a message, every request signed.</summary>
public sealed class OvhSmsSandbox : SandboxSystem
{
    /// <summary>The account the fake knows.</summary>
    public const string Account = "sms-ab12345-1";

    private const int Most = 40;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public override string Name => "ovh-sms";

    public override LocalText Title { get; } = new("OVH, SMS", "OVH, text messages");

    public override string BasePath => "/1.0";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var doors = routes.MapGroup(BasePath + "/sms/" + Account).AddEndpointFilter(async (call, next) => Refusal(call.HttpContext, context) ?? await next(call));
        foreach (var direction in new[] { "incoming", "outgoing" })
        {
            var (table, number) = (context.Table(), 100_000);
            foreach (var record in context.Town.Records(TownSystem.Portail).Where(record => record.People[0].Phone.Length == 10).Take(Most))
            {
                number++;
                table.Add(number.ToString(CultureInfo.InvariantCulture), new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), context.Plant(Message(record, number, direction)));
            }

            doors.MapGet("/" + direction, () => Results.Text("[" + string.Join(',', table.Live.Select(row => row.Key)) + "]", "application/json", Encoding.UTF8));
            doors.MapGet("/" + direction + "/{id}", (string id) => table.Live.FirstOrDefault(row => row.Key == id) is { } row
                ? Results.Bytes(row.Body.ToArray(), "application/json") : Error(404, "Client::NotFound", "This service does not exist"));
        }

        routes.MapGet(BasePath + "/auth/time", () => context.Time.GetUtcNow().ToUnixTimeSeconds());
    }

    [SuppressMessage("Security", "CA5350", Justification = "the provider's interface asks for SHA-1")]
    private static IResult? Refusal(HttpContext call, SandboxContext context)
    {
        var (headers, request) = (call.Request.Headers, call.Request);
        if (headers["X-Ovh-Application"] != SandboxContext.User || headers["X-Ovh-Consumer"] != SandboxContext.Secret)
        {
            return Error(403, "Client::Forbidden", "This credential does not exist");
        }

        var stamp = headers["X-Ovh-Timestamp"].ToString();
        var address = $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}";
        var signed = $"{SandboxContext.Secret}+{SandboxContext.Secret}+{request.Method}+{address}++{stamp}";
        var fresh = long.TryParse(stamp, CultureInfo.InvariantCulture, out var seconds) && (context.Time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() < Window;
        return fresh && headers["X-Ovh-Signature"] == "$1$" + Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(signed))) ? null : Error(400, "Client::BadRequest", "Invalid signature");
    }

    private static JsonObject Message(TownRecord record, int number, string direction)
    {
        var (said, incoming) = (record.People[0], direction == "incoming");
        var theirs = "+33" + said.Phone[1..];
        var message = new JsonObject
        {
            ["id"] = number,
            ["creationDatetime"] = Written.At(record.ChangedAt, "yyyy-MM-dd'T'HH:mm:ss'+00:00'"),
            ["sender"] = incoming ? theirs : "MAIRIE",
            ["message"] = "Bonjour " + said.LastName,
            ["credits"] = incoming ? 0 : 1,
            ["tag"] = "",
        };
        if (!incoming)
        {
            message["receiver"] = theirs;
            message["ptt"] = 1000;
            message["deliveryReceipt"] = number % 7 == 0 ? 2 : 1;
            message["differedDelivery"] = 0;
        }

        return message;
    }

    private static IResult Error(int status, string kind, string message) => Results.Json(new { @class = kind, message }, statusCode: status);
}
