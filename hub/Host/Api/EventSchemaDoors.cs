using IntegrationHub.Host.Access;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Host.Api;

/// <summary>What events look like, for whoever writes a receiver.</summary>
public static class EventSchemaDoors
{
    public static void MapEventSchemas(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/events/schemas").WithTags("Subscriptions");
        group.MapGet("", () => Results.Ok(new Answers.Page<string>(EventSchemas.Types, null))).Does(Operation.Enter).WithName("listEventSchemas")
            .WithSummary("The event types.").Produces<Answers.Page<string>>();
        group.MapGet("/{type}", (string type) => EventSchemas.Of(type) is { } schema
                ? Results.Text(schema.ToJsonString(), "application/schema+json")
                : Problems.Unknown("event type"))
            .Does(Operation.Enter).WithName("getEventSchema").WithSummary("JSON Schema (2020-12) of an event type.")
            .Produces(StatusCodes.Status200OK, contentType: "application/schema+json").ProducesProblem(StatusCodes.Status404NotFound);
    }
}
