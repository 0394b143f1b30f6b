using System.Net;
using System.Text;
using IntegrationHub.Host.Access;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Tests.Host.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Tests.Host;

[Collection(HubCollection.Name)]
public sealed class Doors_and_roles(RunningHub hub)
{
    private static readonly HashSet<string> OpenDoors =
        ["/sign-in", "/denied", "/language", "/healthz", "/hooks/{name}/{**path}", "/login/begin/{start}", "/login/callback/{name}", "/login/left", "/openapi/v1.json", "/openapi/{**other}", "/assets/site.css", "/assets/keys.js", "/assets/hub.svg"];

    [Fact]
    public void Every_door_names_its_operation_and_asks_that_policy()
    {
        var doors = Doors();
        Assert.True(doors.Count > 30);
        foreach (var door in doors)
        {
            var operation = door.Metadata.GetMetadata<OperationAttribute>();
            Assert.True(operation is not null, $"{door.DisplayName} names no operation");
            var policies = door.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).ToList();
            if (operation.Operation == Operation.Open)
            {
                Assert.Contains("/" + door.RoutePattern.RawText!.TrimStart('/'), OpenDoors);
            }
            else
            {
                Assert.Equal([operation.Operation.ToString()], policies);
                Assert.Null(door.Metadata.GetMetadata<IAllowAnonymous>());
            }
        }
    }

    [Fact]
    public async Task Nobody_without_an_account_gets_past_a_closed_door()
    {
        using var nobody = hub.Anonymous();
        foreach (var (door, method) in Closed())
        {
            using var answer = await nobody.SendAsync(Request(door, method), HttpCompletionOption.ResponseHeadersRead);
            var refused = answer.StatusCode == HttpStatusCode.Unauthorized
                || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal));
            Assert.True(refused, $"{method} {door.RoutePattern.RawText} answered {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData(Role.Architect)]
    [InlineData(Role.Steward)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Dpo)]
    [InlineData(Role.Application)]
    public async Task Each_role_opens_exactly_the_doors_of_the_table(Role role)
    {
        using var client = role == Role.Application
            ? await hub.ApplicationAsync("doors", Scope.All, Scope.All, "crm")
            : await hub.SignInAsync(role);
        foreach (var (door, method) in Closed())
        {
            using var answer = await client.SendAsync(Request(door, method), HttpCompletionOption.ResponseHeadersRead);
            var operation = door.Metadata.GetMetadata<OperationAttribute>()!.Operation;
            var denied = answer.StatusCode == HttpStatusCode.Forbidden
                || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/denied", StringComparison.Ordinal));
            Assert.True(denied != PolicyTable.Allows(role, operation), $"{role} {method} {door.RoutePattern.RawText} answered {answer.StatusCode}");
        }
    }

    private List<RouteEndpoint> Doors() =>
        [.. ((IEndpointRouteBuilder)hub.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    // Signing out would end the session the table is walked with.
    private IEnumerable<(RouteEndpoint Door, string Method)> Closed() => Doors()
        .Where(door => door.Metadata.GetMetadata<OperationAttribute>()!.Operation != Operation.Open && door.RoutePattern.RawText != "/sign-out")
        .SelectMany(door => (door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (door, method)));

    private static HttpRequestMessage Request(RouteEndpoint door, string method)
    {
        var address = Address(door, method);
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
        {
            request.Content = address.StartsWith("/v1/", StringComparison.Ordinal) ? new StringContent("{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([]);
        }

        return request;
    }

    // Nobody is to end a connection that others of these tests read by.
    private static string Address(RouteEndpoint door, string method) => string.Join('/', door.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "id" } parameter when parameter.ParameterPolicies.Any(p => p.Content == "guid") => Guid.Empty.ToString(),
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "id" } => "999999",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "name" } when method != "DELETE" => "crm",
        _ => "none",
    })))).Insert(0, "/");
}
