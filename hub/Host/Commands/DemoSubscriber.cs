using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Host.Commands;

/// <summary>An application of the demo town: a little server on loopback that takes signed webhooks and counts the changes, and its subscription.</summary>
public sealed class DemoSubscriber : IAsyncDisposable
{
    /// <summary>Name of its subscription.</summary>
    public const string Name = "demo-subscriber";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private const int LongestIdle = 300;

    private readonly HubNode _node;
    private readonly WebApplication _server;
    private readonly SubscriptionBoard _board;
    private readonly SubscriptionStates _states;
    private readonly WebhookSecret _secret = WebhookSecret.Generate();
    private long _received;

    private DemoSubscriber(HubNode node)
    {
        _node = node;
        _board = new SubscriptionBoard(node);
        _states = new SubscriptionStates(node.Stores.Operations, node.Clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "DemoSubscriber" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(ReceiveAsync);
    }

    /// <summary>Changes it has received so far; one sent again counts again.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Starts to listen, and keeps the subscription as anybody's: the document says this start's address. Its first load the demo releases itself.</summary>
    public static async Task<DemoSubscriber> StartAsync(HubNode node, CancellationToken cancellationToken)
    {
        var subscriber = new DemoSubscriber(node);
        try
        {
            await subscriber._server.StartAsync(cancellationToken);
            await subscriber.SubscribeAsync(cancellationToken);
            await subscriber._board.StartAsync(cancellationToken);
            return subscriber;
        }
        catch
        {
            await subscriber.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it was told everything, or nothing new for a while; from then on the server's own board sends.</summary>
    public async Task CatchUpAsync(IProgress<double> progress, CancellationToken cancellationToken)
    {
        var last = await _node.Stores.Reader.FindLastChangeAsync(cancellationToken);
        var active = (await _states.FindAsync(Name, cancellationToken)).Mode == SubscriptionMode.Active;
        for (var (told, idle) = (-1L, 0); active && idle < LongestIdle; idle = Received == told ? idle + 1 : 0)
        {
            told = Received;
            var cursor = (await _node.Stores.Operations.FindCursorAsync(Name, cancellationToken))?.Sequence ?? 0;
            progress.Report(last == 0 ? 1 : (double)cursor / last);
            if (cursor >= last)
            {
                break;
            }

            await Task.Delay(Look, cancellationToken);
        }

        await _board.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _board.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task SubscribeAsync(CancellationToken cancellationToken)
    {
        var secret = Path.GetFullPath(Path.Combine(_node.Settings.Data, $"{Name}.secret"));
        await KeepSecretAsync(secret, cancellationToken);
        var document = $"""
            name: {Name}
            channel: webhook
            endpoint: {new Uri(new Uri(_server.Urls.First()), "/changes")}
            allowedNetworks: [127.0.0.0/8]
            secrets: ["file:{secret.Replace("\\", "\\\\", StringComparison.Ordinal)}"]
            controller: "{Siret.Parse(_node.Settings.Controller())}"
            purpose: demonstration
            legalBasis: public-task
            attributes: ["*"]
            sources: ["*"]
            parallel: 16

            """;
        _ = SubscriptionDocument.Read(document, $"{Name}.yaml");
        await _node.Configuration.SaveAsync(SubscriptionDocument.Kind, Name, document, "demo", cancellationToken);
        if ((await _states.FindAsync(Name, cancellationToken)).Mode == SubscriptionMode.Held)
        {
            await _states.ActivateAsync(Name, from: 0, "demo", cancellationToken);
        }
    }

    private async Task KeepSecretAsync(string path, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new StreamWriter(path, options);
        await file.WriteAsync(_secret.Reveal().AsMemory(), cancellationToken);
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        string Header(string name) => context.Request.Headers[name].ToString();
        if (!WebhookSignature.Verify([_secret], Header("webhook-id"), Header("webhook-timestamp"), body.ToArray(), Header("webhook-signature"), _node.Clock.GetUtcNow(), Tolerance))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        Interlocked.Increment(ref _received);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
