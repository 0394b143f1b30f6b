using System.Globalization;
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

    public override string Name => "ovh-sms";

    public override LocalText Title { get; } = new("OVH, SMS", "OVH, text messages");

    public override string BasePath => "/1.0";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var doors = routes.MapGroup(BasePath + "/sms/" + Account).AddEndpointFilter(async (call, next) => OvhDoor.Refusal(call.HttpContext, context) ?? await next(call));
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
                ? Results.Bytes(row.Body.ToArray(), "application/json") : OvhDoor.Error(404, "Client::NotFound", "This service does not exist"));
        }

        routes.MapGet(BasePath + "/auth/time", () => context.Time.GetUtcNow().ToUnixTimeSeconds());
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
}
