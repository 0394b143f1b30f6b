using IntegrationHub.Host.Web;
using IntegrationHub.Hub.Writing;
using Microsoft.AspNetCore.Diagnostics;

namespace IntegrationHub.Host.Serving;

/// <summary>Turns whatever went wrong into an answer: Problem Details for programs, a page for people. Exception texts stay inside.</summary>
public static class Failures
{
    public static void UseFailures(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = static _ => false,
            StatusCodeSelector = static error => error switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                WriterUnavailableException => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
            ExceptionHandler = AnswerAsync,
        });
        app.UseStatusCodePages(static async pages => await AnswerAsync(pages.HttpContext));
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        if (IsForPrograms(context.Request.Path))
        {
            await context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
            {
                HttpContext = context,
                ProblemDetails = { Status = context.Response.StatusCode },
            });
            return;
        }

        var page = context.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Page.Message(context, "missing", StatusCodes.Status404NotFound),
            StatusCodes.Status503ServiceUnavailable => Page.Message(context, "busy", StatusCodes.Status503ServiceUnavailable),
            var status => Page.Message(context, "error", status, context.TraceIdentifier),
        };
        await page.ExecuteAsync(context);
    }

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
}
