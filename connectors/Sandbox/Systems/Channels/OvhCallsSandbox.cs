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

/// <summary>OVH's API 1.0 for telephone lines: lists of the numbers of calls, one request a call, every request signed. The town's people call its two lines, and are called.</summary>
public sealed class OvhCallsSandbox : SandboxSystem
{
    /// <summary>The billing account the fake knows.</summary>
    public const string BillingAccount = "ab12345-ovh-1";

    private const int Most = 20;

    private static readonly string[] Ways = ["incoming", "incoming", "outgoing", "transfer"];

    /// <summary>Its lines.</summary>
    public static IReadOnlyList<string> Lines { get; } = ["0033241000000", "0033241000001"];

    public override string Name => "ovh-calls";

    public override LocalText Title { get; } = new("OVH, appels téléphoniques", "OVH, telephone calls");

    public override string BasePath => "/1.0";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var doors = routes.MapGroup($"{BasePath}/telephony/{BillingAccount}/service").AddEndpointFilter(async (call, next) => OvhDoor.Refusal(call.HttpContext, context) ?? await next(call));
        doors.MapGet("", () => Lines);
        foreach (var (place, line) in Lines.Index())
        {
            var (table, number) = (context.Table(), 8_000_000_000 + (place * 1000));
            foreach (var record in context.Town.Records(TownSystem.Portail).Where(record => record.People[0].Phone.Length == 10).Skip(place * Most).Take(Most))
            {
                number++;
                table.Add(number.ToString(CultureInfo.InvariantCulture), new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), context.Plant(Call(record, number, line)));
            }

            doors.MapGet($"/{line}/voiceConsumption", () => Results.Text("[" + string.Join(',', table.Live.Select(row => row.Key)) + "]", "application/json", Encoding.UTF8));
            doors.MapGet($"/{line}/voiceConsumption/{{id}}", (string id) => table.Live.FirstOrDefault(row => row.Key == id) is { } row
                ? Results.Bytes(row.Body.ToArray(), "application/json") : OvhDoor.Error(404, "Client::NotFound", "This service does not exist"));
        }
    }

    private static JsonObject Call(TownRecord record, long number, string line)
    {
        var (way, theirs) = (Ways[number % 4], "0033" + record.People[0].Phone[1..]);
        return new JsonObject
        {
            ["consumptionId"] = number,
            ["creationDatetime"] = Written.At(record.ChangedAt, "yyyy-MM-dd'T'HH:mm:ss'+00:00'"),
            ["calling"] = way == "outgoing" ? line : theirs,
            ["called"] = way == "outgoing" ? theirs : line,
            ["dialed"] = way == "outgoing" ? theirs : line,
            ["wayType"] = way,
            ["duration"] = number % 5 == 0 ? 0 : 30 + (number % 300),
            ["hangupNature"] = number % 5 == 0 ? "missed" : "",
            ["destinationType"] = "landline",
            ["countrySuffix"] = "fr",
            ["designation"] = "France",
            ["planType"] = "priceplan",
        };
    }
}
