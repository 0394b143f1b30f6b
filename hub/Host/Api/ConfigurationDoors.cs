using System.Text;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;

namespace IntegrationHub.Host.Api;

/// <summary>The configuration's documents: read, checked, kept and taken out of force while the hub serves. YAML, of which JSON is a part; secrets by reference.</summary>
public static class ConfigurationDoors
{
    private const int LongestDocument = 256 << 10;
    private const string Yaml = "application/yaml";

    public static void MapConfiguration(this IEndpointRouteBuilder api)
    {
        api.MapGet("/configuration", ListAsync).WithTags("Configuration").Does(Operation.ReadConnections).WithName("readConfiguration")
            .WithSummary("The documents in force with their versions, and a fingerprint: two hubs with the same one are configured alike.").Produces<Standing>();
        var connections = api.MapGroup("/connections/{name}").WithTags("Connections");
        connections.MapGet("/document", (HubNode node, string name, CancellationToken token) => TextAsync(node.Configuration, ConfigurationStore.Connections, name, null, "connection", token))
            .Does(Operation.ManageConnections).WithName("readConnectionDocument").WithSummary("A connection's document as it was written.").Produces<string>(contentType: Yaml).ProducesProblem(StatusCodes.Status404NotFound);
        connections.MapPut("", SaveConnectionAsync).Does(Operation.ManageConnections).WithName("saveConnection")
            .WithSummary("Create or change by a YAML (or JSON) document, for which 'connectors/{name}/schema' is the form; it runs from now on, at its checkpoint. 'dryRun=true' only checks.")
            .Accepts<string>(Yaml).Produces<Kept>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        connections.MapDelete("", RemoveAsync).Does(Operation.ManageConnections).WithName("removeConnection")
            .WithSummary("Ends a connection after its page; records and checkpoint stay. Where its document also stands in the configuration folder, take it out there, or it is back at the next start.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        var mappings = api.MapGroup("/mappings").WithTags("Configuration");
        mappings.MapGet("/{name}", (HubNode node, string name, CancellationToken token) => TextAsync(node.Configuration, ConfigurationStore.Mappings, name, Catalogues.Mappings.Find(name), "mapping", token))
            .Does(Operation.ManageConnections).WithName("readMapping").WithSummary("A mapping in force: one's own, else the one that ships.").Produces<string>(contentType: Yaml).ProducesProblem(StatusCodes.Status404NotFound);
        mappings.MapPut("/{name}", SaveMappingAsync).Does(Operation.ManageConnections).WithName("saveMapping")
            .WithSummary("Create or change a mapping; connections and subscriptions that use it do so from now on. What was read before keeps what it was mapped to until it is read or replayed again. 'dryRun=true' only checks.")
            .Accepts<string>(Yaml).Produces<Kept>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(HubNode node, CancellationToken cancellationToken)
    {
        var all = await node.Configuration.ExportAsync(cancellationToken);
        return Results.Ok(new Standing(
            Fingerprint.Of(all.Select(one => ($"{one.Folder}/{one.Document.Name}", one.Document.Text))),
            [.. all.Select(one => new Document($"{one.Folder}/{one.Document.Name}", one.Document.Version, one.Document.At, one.Document.By))]));
    }

    private static async Task<IResult> TextAsync(ConfigurationStore store, string kind, string name, string? shipped, string what, CancellationToken cancellationToken) =>
        ((await store.FindTextAsync(kind, name, cancellationToken))?.Text ?? shipped) is { } text ? Results.Text(text, Yaml, Encoding.UTF8) : Problems.Unknown(what);

    private static Task<IResult> SaveConnectionAsync(
        HttpContext context, ConnectionBoard board, SubscriptionBoard subscriptions, HubNode node, string name, bool? dryRun, CancellationToken cancellationToken) =>
        SaveAsync(context, node.Configuration, ConfigurationStore.Connections, name, dryRun, async (text, dry, by) =>
        {
            var restart = await board.SaveAsync(name, text, dry, by, cancellationToken);
            if (!dry)
            {
                subscriptions.Reopen(target => target.Connection == name);
            }

            return restart;
        }, cancellationToken);

    private static Task<IResult> SaveMappingAsync(
        HttpContext context, ConnectionBoard board, SubscriptionBoard subscriptions, HubNode node, string name, bool? dryRun, CancellationToken cancellationToken) =>
        SaveAsync(context, node.Configuration, ConfigurationStore.Mappings, name, dryRun, async (text, dry, by) =>
        {
            await board.SaveMappingAsync(name, text, dry, by, cancellationToken);
            if (!dry)
            {
                subscriptions.Reopen(target => (target.Mapping ?? board.FindMapping(target.Connection)) == name);
            }

            return false;
        }, cancellationToken);

    private static async Task<IResult> SaveAsync(
        HttpContext context, ConfigurationStore store, string kind, string name, bool? dryRun, Func<string, bool, string, Task<bool>> save, CancellationToken cancellationToken)
    {
        if (!name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            return Problems.Invalid(nameof(name), "A name is made of letters, digits, '-' and '_'.");
        }

        using var body = new StreamReader(context.Request.Body, Encoding.UTF8);
        var text = await body.ReadToEndAsync(cancellationToken);
        if (text.Length > LongestDocument)
        {
            return Problems.Invalid("body", "A document is a few pages of YAML.");
        }

        var before = await store.FindTextAsync(kind, name, cancellationToken);
        bool restart;
        try
        {
            restart = await save(text, dryRun == true, context.User.Account()!);
        }
        catch (DocumentException wrong)
        {
            return Problems.WrongDocument(wrong.Errors);
        }

        return Results.Ok(new Kept(name, before is null ? Change.Added : before.Text == text ? Change.None : Change.Changed, dryRun == true, restart));
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, ConnectionBoard board, string name, CancellationToken cancellationToken)
    {
        if (!board.TryFind(name, out _))
        {
            return Problems.Unknown("connection");
        }

        return await board.RemoveAsync(name, context.User.Account()!, cancellationToken) is { } subscription ? Problems.WrittenThrough(subscription) : Results.NoContent();
    }

    /// <summary>What a document does to the one in force.</summary>
    public enum Change { None, Added, Changed }

    /// <param name="DryRun">True when it was only checked.</param>
    /// <param name="Restart">True when its trust or that it holds a person once changed: that counts from the hub's next start on.</param>
    public sealed record Kept(string Name, Change Change, bool DryRun, bool Restart);

    public sealed record Standing(string Fingerprint, IReadOnlyList<Document> Documents);

    /// <param name="Name">Folder and name, as <c>config export</c> writes them.</param>
    /// <param name="By">Account, or what wrote it.</param>
    public sealed record Document(string Name, int Version, DateTimeOffset At, string By);
}
