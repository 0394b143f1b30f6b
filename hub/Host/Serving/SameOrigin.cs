using IntegrationHub.Host.Access;
using IntegrationHub.Host.Api;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Host.Serving;

/// <summary>Stops other sites from using a person's session to change anything through the API. Keys are no cookies and need no such guard.</summary>
public sealed class SameOrigin : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var origin = request.Headers.Origin.ToString();
        var foreign = origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
        return foreign && !HttpMethods.IsGet(request.Method) && context.HttpContext.User.Role() != Role.Application
            ? ValueTask.FromResult<object?>(Problems.NotAllowed("Changes by a person's session come from the hub's own pages only."))
            : next(context);
    }
}
