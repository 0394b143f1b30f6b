using System.Collections.Concurrent;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Conformance.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Tests.Http.Fakes;

/// <summary>One link to one fake whose answers a test writes, and the requests it saw.</summary>
internal sealed class LinkRig : IAsyncDisposable
{
    private readonly LinkConnector connector;
    private SandboxServer? server;

    private LinkRig(HttpRules? rules) => connector = new LinkConnector { Reading = rules ?? (static (_, usual) => usual) };

    public HurriedTime Time { get; } = new();

    public CapturedLog Log { get; } = new();

    public ConcurrentQueue<string> Seen { get; } = new();

    public Uri Address => server!.Address;

    /// <param name="answer">Answers any request.</param>
    /// <param name="rules">The connector's own reading of answers.</param>
    /// <param name="doors">Doors beside it.</param>
    public static async Task<LinkRig> StartAsync(Func<HttpContext, Task> answer, HttpRules? rules = null, Action<IEndpointRouteBuilder, SandboxContext>? doors = null)
    {
        var rig = new LinkRig(rules);
        rig.server = await SandboxServer.StartAsync(new Doors((routes, context) =>
        {
            doors?.Invoke(routes, context);
            routes.Map("/{**path}", call =>
            {
                rig.Seen.Enqueue($"{call.Request.Method} {call.Request.Path}{call.Request.QueryString} {call.Request.Headers.Authorization}".Trim());
                return answer(call);
            });
        }), new SandboxOptions { Time = rig.Time, People = 1 });
        return rig;
    }

    public HttpSettings Settings => SandboxRig.Hurried(new HttpSettings { Url = BaseAddress.Of(Address) });

    public HttpLink Link(HttpSettings? settings = null) =>
        connector.Open(settings ?? Settings, new ConnectionContext { Connection = "test", StateFolder = Path.GetTempPath(), Time = Time, Log = Log });

    /// <summary>How a request ended.</summary>
    public static async Task<Failure?> FailureOfAsync(Func<Task> work)
    {
        try
        {
            await work();
            return null;
        }
        catch (HttpFailureException failed)
        {
            return failed.Failure;
        }
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();
}
