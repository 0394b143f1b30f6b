using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Scheduling;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Api;

/// <summary>A connection's life: pause, stop, resume, pick-lists, and its checkpoint, which only a connection that stands still lets be changed.</summary>
public static class ConnectionLifeDoors
{
    public static void MapConnectionLife(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/connections/{name}").WithTags("Connections");
        group.MapPost("/pause", PauseAsync).Does(Operation.RunConnections).WithName("pauseConnection")
            .WithSummary("Nothing runs until it is resumed; 'stop' also ends the run under way after its page.").Produces<ConnectionDoors.State>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/resume", ResumeAsync).Does(Operation.RunConnections).WithName("resumeConnection")
            .WithSummary("Goes on by its schedule.").Produces<ConnectionDoors.State>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/checkpoint", ReadAsync).Does(Operation.ReadConnections).WithName("readCheckpoint")
            .WithSummary("Where its source stands.").Produces<Standing>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPut("/checkpoint", ChangeAsync).Does(Operation.RunConnections).WithName("changeCheckpoint")
            .WithSummary("Sets the checkpoint of a connection that is paused, stopped or held; an empty value reads from the beginning.")
            .Produces<Standing>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("/choices/{setting}", ChoicesAsync).Does(Operation.RunConnections).WithName("settingChoices")
            .WithSummary("Values the live system offers for a setting.").Produces<Answers.Page<string>>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> PauseAsync(HttpContext context, ConnectionBoard board, string name, bool? stop, CancellationToken cancellationToken) =>
        await board.PauseAsync(name, paused: true, stop ?? false, context.User.Account() ?? "", cancellationToken) && board.TryFind(name, out var found)
            ? Results.Ok(ConnectionDoors.State.Of(found))
            : Problems.Unknown("connection");

    private static async Task<IResult> ResumeAsync(HttpContext context, ConnectionBoard board, string name, CancellationToken cancellationToken) =>
        await board.PauseAsync(name, paused: false, stop: false, context.User.Account() ?? "", cancellationToken) && board.TryFind(name, out var found)
            ? Results.Ok(ConnectionDoors.State.Of(found))
            : Problems.Unknown("connection");

    private static async Task<IResult> ReadAsync(ConnectionBoard board, IRegistryReader registry, string name, CancellationToken cancellationToken) =>
        board.TryFind(name, out _)
            ? Results.Ok(Standing.Of(await registry.FindCheckpointAsync(name, cancellationToken)))
            : Problems.Unknown("connection");

    private static async Task<IResult> ChangeAsync(ConnectionBoard board, HubNode node, string name, Standing standing, CancellationToken cancellationToken)
    {
        if (!board.TryFind(name, out var found))
        {
            return Problems.Unknown("connection");
        }

        if (found.Schedule.State is not (ConnectionState.Paused or ConnectionState.Stopped or ConnectionState.Held))
        {
            return Problems.Busy("A run could move the checkpoint at the same time: pause the connection first.");
        }

        var row = new CheckpointRow(name, standing.Value ?? "", node.Clock.GetUtcNow());
        await node.Writer.DoAsync((citizens, token) => citizens.AbsorbAsync(new RegistryPage { Connection = name, Checkpoint = row }, token), cancellationToken);
        return Results.Ok(Standing.Of(row));
    }

    private static async Task<IResult> ChoicesAsync(ConnectionBoard board, HubNode node, string name, string setting, CancellationToken cancellationToken)
    {
        if (!board.TryFind(name, out var found))
        {
            return Problems.Unknown("connection");
        }

        var connection = found.Connection;
        var context = connection.Context(node.Settings.Data, node.Clock, node.Logs.CreateLogger(connection.Connector.Manifest.Name)) with { Preview = true };
        return Results.Ok(new Answers.Page<string>(await connection.Connector.ChoicesAsync(connection.Settings, context, setting, cancellationToken), null));
    }

    /// <param name="Value">The source's own words; null or empty: from the beginning.</param>
    /// <param name="At">When it was committed.</param>
    public sealed record Standing(string? Value, DateTimeOffset? At = null)
    {
        public static Standing Of(CheckpointRow? row) => new(row is { Value.Length: > 0 } ? row.Value : null, row?.At);
    }
}
