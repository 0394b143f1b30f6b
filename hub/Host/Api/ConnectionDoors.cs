using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Texts;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Hub.Scheduling;

namespace IntegrationHub.Host.Api;

/// <summary>Connections: list, check, run.</summary>
public static class ConnectionDoors
{
    public static void MapConnections(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/connections").WithTags("Connections");
        group.MapGet("", (ConnectionBoard board) => Results.Ok(new Answers.Page<State>([.. board.All.Select(State.Of)], null)))
            .Does(Operation.ReadConnections).WithName("listConnections")
            .WithSummary("Connections with their schedule as a sentence and what they are doing.").Produces<Answers.Page<State>>();
        group.MapGet("/{name}", (ConnectionBoard board, string name) => board.TryFind(name, out var found) ? Results.Ok(State.Of(found)) : Problems.Unknown("connection"))
            .Does(Operation.ReadConnections).WithName("getConnection").WithSummary("One connection.").Produces<State>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/check", CheckAsync).Does(Operation.RunConnections).WithName("checkConnection")
            .WithSummary("Check a connection depth by depth.").Produces<Answers.Page<Checked>>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/{name}/run", RunAsync).Does(Operation.RunConnections).WithName("runConnection")
            .WithSummary("Ask for a run now; 'approved' lets one run pass that the brake held, and is recorded.")
            .Produces<State>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> CheckAsync(ConnectionBoard board, string name, CancellationToken cancellationToken) =>
        board.TryFind(name, out var found)
            ? Results.Ok(new Answers.Page<Checked>([.. (await board.CheckAsync(found.Connection, cancellationToken)).Select(Checked.Of)], null))
            : Problems.Unknown("connection");

    private static async Task<IResult> RunAsync(ConnectionBoard board, CurrentReader current, string name, bool? approved, CancellationToken cancellationToken)
    {
        if (!board.TryFind(name, out var found))
        {
            return Problems.Unknown("connection");
        }

        if (approved == true)
        {
            await current.RecordAsync("approve", name, cancellationToken);
        }

        return found.Schedule.RunNow(approved ?? false)
            ? Results.Accepted("/v1/runs", State.Of(found))
            : Problems.Busy("The connection is paused, or nothing can be read by it: resume it first.");
    }

    /// <summary>A connection and what it is doing; its settings stay with the architect's documents.</summary>
    public sealed record State(string Name, string Connector, string Controller, string Schedule, string Retry, ConnectionState Doing, DateTimeOffset? NextAt)
    {
        public static State Of((ConfiguredConnection Connection, ScheduledConnection Schedule) running)
        {
            var document = running.Connection.Document;
            return new State(
                document.Name, document.Connector, document.Controller.ToString(), document.Schedule.Sentence(Words.English.Culture),
                document.Retry.Sentence(Words.English.Culture), running.Connection.Doing(running.Schedule), running.Schedule.NextAt);
        }
    }

    /// <summary>One depth of a check.</summary>
    public sealed record Checked(CheckDepth Depth, bool Passed, string? Code, string? Detail)
    {
        public static Checked Of(CheckResult result) => new(result.Depth, result.Passed, result.Failure?.Code, result.Failure?.Detail);
    }
}
