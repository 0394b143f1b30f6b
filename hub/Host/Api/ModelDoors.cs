using System.Text;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Host.Models;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Registry.Reevaluating;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Api;

/// <summary>The match model: which is in force, what another would do, and putting it into force.</summary>
public static class ModelDoors
{
    public static void MapModels(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/models").WithTags("Models");
        group.MapGet("", async (ModelDesk desk, CancellationToken cancellationToken) => Results.Ok(await desk.StandingAsync(cancellationToken)))
            .Does(Operation.ManageModels).WithName("modelStanding").WithSummary("The match model in force.").Produces<ModelStanding>();
        group.MapPost("/shadow", (HttpRequest request, ModelDesk desk, IRegistryReader registry, bool? fit, CancellationToken cancellationToken) => ShadowAsync(request, desk, registry, fit, cancellationToken))
            .Does(Operation.ManageModels).WithName("shadowModel")
            .WithSummary("What a model would do to the registry; nothing changes. The body is a model document (YAML), or the word 'french' for the shipped one; 'fit' computes its frequencies from the registry.")
            .Produces<Tried>().ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapPost("/activation", (HttpRequest request, CurrentReader current, ModelDesk desk, bool? fit, CancellationToken cancellationToken) => ActivateAsync(request, current, desk, fit, cancellationToken))
            .Does(Operation.ManageModels).WithName("activateModel")
            .WithSummary("Puts a model into force and evaluates everything anew; writes wait meanwhile, human decisions stay. The body is as for the shadow run: try that first.")
            .Produces<ModelStanding>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ShadowAsync(HttpRequest request, ModelDesk desk, IRegistryReader registry, bool? fit, CancellationToken cancellationToken)
    {
        try
        {
            var report = await desk.ShadowAsync(await desk.PrepareAsync(await ReadAsync(request, cancellationToken), fit ?? false, cancellationToken), cancellationToken);
            return Results.Ok(new Tried(report, (await registry.CountAsync(cancellationToken)).OpenReviews));
        }
        catch (FormatException problem)
        {
            return Problems.Invalid("body", problem.Message);
        }
    }

    private static async Task<IResult> ActivateAsync(HttpRequest request, CurrentReader current, ModelDesk desk, bool? fit, CancellationToken cancellationToken)
    {
        try
        {
            var model = await desk.PrepareAsync(await ReadAsync(request, cancellationToken), fit ?? false, cancellationToken);
            await desk.ActivateAsync(model, (await current.ContractAsync(cancellationToken)).Name, cancellationToken);
            return Results.Ok(await desk.StandingAsync(cancellationToken));
        }
        catch (FormatException problem)
        {
            return Problems.Invalid("body", problem.Message);
        }
    }

    private static async Task<MatchModel> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellationToken);
        return text.Trim() == ModelChoice.ShippedName ? MatchModel.French : MatchModel.Parse(text, "body");
    }

    /// <param name="OpenReviews">Review tasks open now, beside those that would be.</param>
    public sealed record Tried(ShadowReport Report, long OpenReviews);
}
