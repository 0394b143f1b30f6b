using IntegrationHub.Host.Api;

namespace IntegrationHub.Host.Serving;

/// <summary>Gives every error that no endpoint explained itself its stable type and its next step.</summary>
public static class ProblemWords
{
    public static void Complete(ProblemDetailsOptions options) => options.CustomizeProblemDetails = static context =>
    {
        var problem = context.ProblemDetails;
        if (problem.Type is null || !problem.Type.StartsWith("urn:", StringComparison.Ordinal))
        {
            var (type, title, detail) = Problems.ForStatus(problem.Status ?? StatusCodes.Status500InternalServerError);
            (problem.Type, problem.Title, problem.Detail) = (type, title, detail);
        }

        problem.Extensions["traceId"] = context.HttpContext.TraceIdentifier;
    };
}
