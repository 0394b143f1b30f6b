using System.Globalization;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Faults;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Tests.Conformance.Http;
using IntegrationHub.Tests.Http.Fakes;
using IntegrationHub.Tests.PluginExample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Tests.Http.Conformance;

/// <summary>The plug-in example meets the kit like any connector.</summary>
public sealed class ParkingConformance() : HttpSourceConformance(new Doors((routes, context) => routes.MapGet("/sites/{site}/subscribers", (HttpContext call, int? after, int limit) =>
    !call.HasBearer() ? Results.Unauthorized() : Results.Json(Enumerable.Range((after ?? 0) + 1, 30).Where(number => number <= 30).Take(limit)
        .Select(number => context.Plant(new() { ["number"] = number, ["badge"] = "B" + number.ToString(CultureInfo.InvariantCulture) }, first: number == 1))))))
{
    protected override Connector Connector { get; } = new ParkingConnector();

    protected override HttpSettings On(Uri address) => new ParkingSettings
    {
        Url = BaseAddress.Of(address), Site = "gare", PageSize = 8, Auth = new AuthSettings { Bearer = new BearerSettings { Token = SandboxRig.Password } },
    };

    protected override IReadOnlyDictionary<FaultKind, string> NotTested { get; } = new Dictionary<FaultKind, string>
    {
        [FaultKind.LateCommit] = "this system gives numbers when it commits",
    };
}
