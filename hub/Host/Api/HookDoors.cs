using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;

namespace IntegrationHub.Host.Api;

/// <summary><c>POST /hooks/CONNECTION</c>: where foreign systems send their webhooks. The connection's receiver checks who calls; the answer is given once the records are durable.</summary>
public static class HookDoors
{
    public static void MapHooks(this IEndpointRouteBuilder routes) => routes.MapPost("/hooks/{name}/{**path}", ReceiveAsync)
        .Does(Operation.Open).DisableAntiforgery().WithTags("Connections").WithName("receiveWebhook")
        .WithSummary("Webhooks of foreign systems, signed as the connection's settings say.")
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> ReceiveAsync(HttpContext context, ConnectionBoard board, HubNode node, string name, string? path, CancellationToken cancellationToken)
    {
        if (!board.TryFind(name, out var found) || !found.Connection.Connector.Manifest.Contracts.HasFlag(Contract.Receiver))
        {
            return Problems.Unknown("hook");
        }

        var connection = found.Connection;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellationToken);
        var call = new IncomingCall
        {
            Method = context.Request.Method,
            Path = path ?? "",
            Headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Query = context.Request.Query.ToDictionary(value => value.Key, value => value.Value.ToString(), StringComparer.Ordinal),
            Body = body.ToArray(),
            ReceivedAt = node.Clock.GetUtcNow(),
        };
        var opened = connection.Context(node.Settings.Data, node.Clock, node.Logs.CreateLogger(connection.Connector.Manifest.Name));
        switch (await connection.Connector.OpenReceiver(connection.Settings, opened).ReceiveAsync(call, cancellationToken))
        {
            case Received.Accepted accepted:
                await node.Reception.TakeAsync(name, connection.Mapping.Map, accepted, await node.FindEchoAsync(connection, cancellationToken), cancellationToken);
                return accepted.Answer is { } answer ? Results.Text(answer) : Results.NoContent();
            case Received.Refused { Failure: var failure }:
                HostLog.HookRefused(node.Logs.CreateLogger<HubNode>(), name, failure.Code);
                return failure.Kind switch
                {
                    FailureKind.Denied => Results.Problem(statusCode: StatusCodes.Status401Unauthorized),
                    FailureKind.Passing or FailureKind.Throttled => Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable), // the sender tries again
                    _ => Problems.Invalid("body", failure.Detail),
                };
            default:
                throw new NotSupportedException("a receiver accepts or refuses");
        }
    }
}
