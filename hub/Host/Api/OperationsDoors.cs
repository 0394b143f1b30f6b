using IntegrationHub.Host.Access;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Api;

/// <summary>How the hub is doing: liveness, counts, runs with the outcome of every record, and who looked at whom.</summary>
public static class OperationsDoors
{
    private const int LargestPage = 200;

    public static void MapOperations(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Operations");
        group.MapGet("/counts", async (IRegistryReader registry, CancellationToken cancellationToken) =>
                Results.Ok(await registry.CountAsync(cancellationToken))).Does(Operation.ReadRuns)
            .WithName("counts").WithSummary("Records, golden records, open reviews, changes, rejected records.").Produces<RegistryCounts>();
        group.MapGet("/runs", ListAsync).Does(Operation.ReadRuns).WithName("listRuns")
            .WithSummary("Runs, newest first.").Produces<Answers.Page<Answers.Run>>();
        group.MapGet("/runs/{id}", FindAsync).Does(Operation.ReadRuns).WithName("getRun")
            .WithSummary("One run.").Produces<Answers.Run>().ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/runs/{id}/outcomes", Outcomes).Does(Operation.ReadRuns).WithName("getRunOutcomes")
            .WithSummary("How each record of the run ended, page by page, streamed.").Produces<IEnumerable<RunPage>>();
        group.MapGet("/audit", AuditAsync).Does(Operation.ReadAudit).WithName("readAudit")
            .WithSummary("The access log, newest first: who viewed or changed whom, and for which purpose.").Produces<Answers.Page<Answers.Viewed>>();
    }

    /// <summary>Liveness for supervisors: says that the process answers, and nothing else.</summary>
    public static void MapLiveness(this IEndpointRouteBuilder routes) => routes.MapGet("/healthz", () => Results.Text("ok\n"))
        .Does(Operation.Open).WithTags("Operations").WithName("liveness").WithSummary("Answers 'ok' while the process serves.");

    private static async Task<IResult> ListAsync(IOperationsStore store, string? connection, int? skip, int? limit, CancellationToken cancellationToken)
    {
        var (from, most) = Paging(skip, limit);
        var rows = await store.ListRunsAsync(connection, from, most, cancellationToken);
        return Results.Ok(new Answers.Page<Answers.Run>([.. rows.Select(Answers.Run.Of)], null));
    }

    private static async Task<IResult> FindAsync(IOperationsStore store, string id, CancellationToken cancellationToken) =>
        await store.FindRunAsync(id, cancellationToken) is { } run ? Results.Ok(Answers.Run.Of(run)) : Problems.Unknown("run");

    private static IAsyncEnumerable<RunPage> Outcomes(IRegistryReader registry, string id, CancellationToken cancellationToken) =>
        registry.ReadRunAsync(id, cancellationToken);

    private static async Task<IResult> AuditAsync(IOperationsStore store, string? golden, int? skip, int? limit, CancellationToken cancellationToken)
    {
        GoldenId id = default;
        if (golden is not null && !GoldenId.TryParse(golden, out id))
        {
            return Problems.Invalid(nameof(golden), "This is not a golden id: eight letters and a check character.");
        }

        var (from, most) = Paging(skip, limit);
        var rows = await store.ListAuditAsync(golden is null ? null : id.ToString(), from, most, cancellationToken);
        return Results.Ok(new Answers.Page<Answers.Viewed>([.. rows.Select(Answers.Viewed.Of)], null));
    }

    private static (int Skip, int Limit) Paging(int? skip, int? limit) => (Math.Max(0, skip ?? 0), Math.Clamp(limit ?? 50, 1, LargestPage));
}
