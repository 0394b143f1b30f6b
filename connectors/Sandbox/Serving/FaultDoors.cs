using IntegrationHub.Connectors.Sandbox.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary><c>PUT /_sandbox/fault?kind=Cut&amp;skip=2&amp;times=1</c> and <c>DELETE</c>: switches a running fake's fault.</summary>
internal static class FaultDoors
{
    public const string Path = "/_sandbox";

    public static void Map(IEndpointRouteBuilder routes, FaultSwitch faults)
    {
        routes.MapPut(Path + "/fault", (string kind, int? skip, int? times, string? path) =>
        {
            if (!Enum.TryParse<FaultKind>(kind, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            {
                return Results.Text($"There is no fault \"{kind}\"; there are: {string.Join(", ", Enum.GetNames<FaultKind>())}.\n", statusCode: StatusCodes.Status400BadRequest);
            }

            faults.Set(new Fault(known, skip ?? 0, times, path));
            return Results.NoContent();
        });
        routes.MapDelete(Path + "/fault", () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
    }
}
