using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Api;

/// <summary>Rejected records: listed without their bytes, read one by one under record, replayed.</summary>
public static class QuarantineDoors
{
    private const int LargestPage = 200;

    public static void MapQuarantine(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/quarantine").WithTags("Quarantine");
        group.MapGet("", ListAsync).Does(Operation.ListQuarantine).WithName("listQuarantine")
            .WithSummary("Rejected records, oldest first: place and reason, never the bytes.").Produces<Answers.Page<Answers.Rejected>>();
        group.MapGet("/{id:guid}", ReadAsync).Does(Operation.ReadQuarantine).WithName("readQuarantined")
            .WithSummary("The rejected record's own bytes, forbidden fields removed. The view is recorded.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPost("/replay", ReplayAsync).Does(Operation.ReplayQuarantine).WithName("replayQuarantine")
            .WithSummary("Map and absorb rejected records again: those named, or all of a connection.")
            .Produces<Answers.Page<Answers.Run>>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ReplayAsync(Replayer replayer, Wanted wanted, CancellationToken cancellationToken)
    {
        if (wanted is { Ids: null or { Count: 0 }, Connection: null })
        {
            return Problems.Invalid("ids", "Name the records by 'ids', or all of one 'connection'.");
        }

        var runs = await replayer.ReplayAsync(wanted.Connection, wanted.Ids, cancellationToken);
        return Results.Ok(new Answers.Page<Answers.Run>([.. runs.Select(Answers.Run.Of)], null));
    }

    /// <param name="Connection">All of this connection's rejected records, when no ids are given.</param>
    /// <param name="Ids">Exactly these.</param>
    public sealed record Wanted(string? Connection, IReadOnlyList<Guid>? Ids);

    private static async Task<IResult> ListAsync(
        IRegistryReader registry, string? connection, bool? replayed, int? skip, int? limit, CancellationToken cancellationToken)
    {
        var rows = await registry.ListQuarantineAsync(connection, replayed ?? false, Math.Max(0, skip ?? 0), Math.Clamp(limit ?? 50, 1, LargestPage), cancellationToken);
        return Results.Ok(new Answers.Page<Answers.Rejected>([.. rows.Select(Answers.Rejected.Of)], null));
    }

    private static async Task<IResult> ReadAsync(
        IRegistryReader registry, CurrentReader current, Hub.Auditing.AccessLog log, Guid id, CancellationToken cancellationToken)
    {
        if (await registry.FindQuarantineAsync([id], cancellationToken) is not [var row])
        {
            return Problems.Unknown("rejected record");
        }

        var contract = await current.ContractAsync(cancellationToken);
        await log.RecordAsync(contract.Name, "quarantine", [null], contract, cancellationToken);
        return Results.Bytes(row.Body.ToArray(), "application/octet-stream");
    }
}
