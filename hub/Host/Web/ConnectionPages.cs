using System.Collections.Concurrent;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Previewing;
using IntegrationHub.Host.Texts;
using IntegrationHub.Host.Web.Pages;
using IntegrationHub.Host.Web.Views;
using IntegrationHub.Hub.Scheduling;
using IntegrationHub.Mdm.Registry.Storing;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationHub.Host.Web;

/// <summary>Pages of connections: what each is doing, how its runs ended, and the buttons an architect needs.</summary>
public static class ConnectionPages
{
    private const int Latest = 10;
    private const int Shown = 3;

    public static void MapConnectionPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/connections").ExcludeFromDescription();
        pages.MapGet("", ListAsync).Does(Operation.ReadConnections);
        pages.MapGet("/{name}", (HttpContext context, ConnectionBoard board, HubNode node, string name, string? said, CancellationToken token) =>
            ShowAsync(context, board, node, name, view => Task.FromResult(view with { Said = said }), token)).Does(Operation.ReadConnections);
        pages.MapPost("/{name}/check", (HttpContext context, ConnectionBoard board, HubNode node, string name, [FromForm] string? unused, CancellationToken token) =>
            ShowAsync(context, board, node, name, async view => view with { Checks = await board.CheckAsync(view.Connection, token) }, token)).Does(Operation.RunConnections);
        pages.MapPost("/{name}/preview", PreviewAsync).Does(Operation.PreviewConnections);
        pages.MapPost("/{name}/run", (ConnectionBoard board, string name, [FromForm] string? unused) =>
            DoAsync(board, name, found => Task.FromResult(found.RunNow() ? "asked" : "not-now"))).Does(Operation.RunConnections);
        pages.MapPost("/{name}/approve", (ConnectionBoard board, CurrentReader current, string name, [FromForm] string? unused, CancellationToken token) =>
            DoAsync(board, name, found => ApproveAsync(found, current, name, token))).Does(Operation.RunConnections);
        foreach (var (what, paused, stop) in new[] { ("pause", true, false), ("stop", true, true), ("resume", false, false) })
        {
            pages.MapPost($"/{{name}}/{what}", (HttpContext context, ConnectionBoard board, string name, [FromForm] string? unused, CancellationToken token) => DoAsync(board, name, async _ =>
            {
                await board.PauseAsync(name, paused, stop, context.User.Account()!, token);
                return what;
            })).Does(Operation.RunConnections);
        }
    }

    private static async Task<IResult> ListAsync(HttpContext context, ConnectionBoard board, IOperationsStore operations, CancellationToken cancellationToken)
    {
        var lines = new List<ConnectionLine>();
        foreach (var running in board.All)
        {
            lines.Add(await LineAsync(running, operations, PageLanguage.Of(context.Request), cancellationToken));
        }

        return Page.Of<ConnectionsPage>(context, ("Lines", lines));
    }

    private static async Task<ConnectionLine> LineAsync((ConfiguredConnection Connection, ScheduledConnection Schedule) running, IOperationsStore operations, Words words, CancellationToken cancellationToken) =>
        ConnectionLine.Of(running, await operations.ListRunsAsync(running.Connection.Name, 0, 1, cancellationToken) is [var last] ? last : null, words);

    private static async Task<IResult> ShowAsync(HttpContext context, ConnectionBoard board, HubNode node, string name, Func<ConnectionView, Task<ConnectionView>> with, CancellationToken cancellationToken)
    {
        if (!board.TryFind(name, out var found))
        {
            return Results.NotFound();
        }

        var visitor = Page.Visitor(context);
        var view = await with(new ConnectionView(
            await LineAsync(found, node.Stores.Operations, visitor.Words, cancellationToken), found.Connection,
            await node.Stores.Operations.ListRunsAsync(name, 0, Latest, cancellationToken),
            await node.Stores.Reader.FindCheckpointAsync(name, cancellationToken),
            visitor.May(Operation.ManageConnections) ? (await node.Configuration.FindTextAsync(ConfigurationStore.Connections, name, cancellationToken))?.Text : null,
            Said: null));
        return Page.Of<ConnectionPage>(context, ("View", view));
    }

    private static Task<IResult> PreviewAsync(
        HttpContext context, ConnectionBoard board, HubNode node, CurrentReader current, string name, [FromForm] string? unused, CancellationToken cancellationToken) =>
        ShowAsync(context, board, node, name, async view =>
        {
            await current.RecordAsync("preview", name, cancellationToken);
            var requests = new ConcurrentQueue<string>();
            var source = view.Connection.Context(node.Settings.Data, node.Clock, node.Logs.CreateLogger(view.Connection.Connector.Manifest.Name)) with { Trace = requests.Enqueue };
            var steps = await new ConnectionPreview(view.Connection, source).RunAsync(new PreviewWish(1, Shown, []), cancellationToken).ToListAsync(cancellationToken);
            return view with { Preview = steps, Requests = [.. requests] };
        }, cancellationToken);

    private static async Task<string> ApproveAsync(ScheduledConnection found, CurrentReader current, string name, CancellationToken cancellationToken)
    {
        if (found.State != ConnectionState.Held)
        {
            return "not-now";
        }

        await current.RecordAsync("approve", name, cancellationToken);
        return found.RunNow(approved: true) ? "approved" : "not-now";
    }

    private static async Task<IResult> DoAsync(ConnectionBoard board, string name, Func<ScheduledConnection, Task<string>> work) =>
        board.TryFind(name, out var found) ? Results.LocalRedirect($"/connections/{Uri.EscapeDataString(name)}?said={await work(found.Schedule)}") : Results.NotFound();
}
