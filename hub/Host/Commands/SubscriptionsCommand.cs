using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Publishing;
using IntegrationHub.Hub.Reconciling;
using IntegrationHub.Hub.Subscriptions;
using IntegrationHub.Mdm.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Commands;

/// <summary><c>subscriptions list|reconcile|repair</c>: how far behind each is, whether its copy is right, and the cure.</summary>
public static class SubscriptionsCommand
{
    private static readonly Uri Source = new("urn:integrationhub");

    public static Command Create(Terminal terminal) => new("subscriptions", terminal.Words["subscriptions.about"]) { List(terminal), Reconcile(terminal), Repair(terminal) };

    private static Command List(Terminal terminal)
    {
        var options = new NodeOptions(terminal.Words);
        var command = new Command("list", terminal.Words["subscriptions.list"]);
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            NoRegistry.Require(settings, terminal.Words);
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, TimeProvider.System), cancellationToken);
            var freshness = new FreshnessReader(stores.Reader, stores.Operations, TimeProvider.System);
            foreach (var document in await new ConfigurationStore(stores.Operations, TimeProvider.System).ReadSubscriptionsAsync(cancellationToken))
            {
                var fresh = await freshness.ReadAsync(document.Open(Source), cancellationToken);
                terminal.Result(FormattableString.Invariant(
                    $"{document.Name}  {fresh.State.Mode.ToString().ToLowerInvariant()}  {fresh.Changes}  {(long)fresh.Behind.TotalSeconds} s  {fresh.Parked}{(fresh.Late ? "  late" : "")}"));
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Reconcile(Terminal terminal)
    {
        var (options, name) = (new NodeOptions(terminal.Words), Name(terminal));
        var copy = new Option<FileInfo?>("--copy") { Description = terminal.Words["subscriptions.copy"], HelpName = "FILE" };
        var repair = new Option<bool>("--repair") { Description = terminal.Words["subscriptions.repair-too"] };
        var command = new Command("reconcile", terminal.Words["subscriptions.reconcile"]) { name, copy, repair };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            NoRegistry.Require(settings, terminal.Words);
            await using var node = await HubNode.OpenBesideAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
            var subscription = Open(await node.Configuration.ReadSubscriptionsAsync(cancellationToken), parsed.GetRequiredValue(name), terminal);
            var desk = new ReconciliationDesk(node);
            var found = await CompareAsync(desk, subscription, parsed.GetValue(copy), terminal, cancellationToken);
            if (found is null)
            {
                return ExitCode.Failed;
            }

            Print(found, terminal);
            if (parsed.GetValue(repair) && found.Last.Drift > 0)
            {
                await desk.Book.AskRepairAsync(subscription.Name, Environment.UserName, cancellationToken);
                terminal.Say("subscriptions.asked");
            }

            return found.Last.Drift == 0 ? ExitCode.Ok : ExitCode.Partial;
        });
        return command;
    }

    private static Command Repair(Terminal terminal)
    {
        var (options, name) = (new NodeOptions(terminal.Words), Name(terminal));
        var command = new Command("repair", terminal.Words["subscriptions.repair"]) { name };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            NoRegistry.Require(settings, terminal.Words);
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, TimeProvider.System), cancellationToken);
            var documents = await new ConfigurationStore(stores.Operations, TimeProvider.System).ReadSubscriptionsAsync(cancellationToken);
            var book = new ReconciliationBook(stores.Operations, TimeProvider.System);
            var asked = await book.AskRepairAsync(Known(documents, parsed.GetRequiredValue(name), terminal).Name, Environment.UserName, cancellationToken);
            terminal.Say(asked ? "subscriptions.asked" : "subscriptions.nothing");
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<Reconciliation?> CompareAsync(ReconciliationDesk desk, Subscription subscription, FileInfo? copy, Terminal terminal, CancellationToken cancellationToken)
    {
        if (copy is null)
        {
            if (subscription.Channel != ChannelKind.Sink)
            {
                throw new UsageException(terminal.Words["subscriptions.no-copy"]);
            }

            var (found, failure) = await desk.CompareAsync(subscription, Environment.UserName, cancellationToken);
            if (failure is not null)
            {
                terminal.Say("subscriptions.unread", failure.Code, failure.Detail);
            }

            return found;
        }

        try
        {
            await using var lines = copy.OpenRead();
            return await desk.CompareAsync(subscription, await HeldCopy.ReadAsync(lines, cancellationToken), Environment.UserName, cancellationToken);
        }
        catch (FormatException wrong)
        {
            throw new UsageException(terminal.Words["subscriptions.copy-wrong", copy.Name, wrong.Message], wrong);
        }
    }

    private static void Print(Reconciliation found, Terminal terminal)
    {
        var last = found.Last;
        terminal.Result(FormattableString.Invariant(
            $"expected {last.Expected} held {last.Held} missing {last.Missing} different {last.Different} extra {last.Extra} on-their-way {found.OnItsWay}"));
        foreach (var drift in found.Drifts)
        {
            terminal.Result($"{drift.Id}  {drift.Kind.ToString().ToLowerInvariant()}");
        }
    }

    private static Subscription Open(IReadOnlyList<SubscriptionDocument> documents, string name, Terminal terminal)
    {
        try
        {
            return Known(documents, name, terminal).Open(Source);
        }
        catch (FormatException secret)
        {
            throw new UsageException(secret.Message, secret);
        }
    }

    private static SubscriptionDocument Known(IReadOnlyList<SubscriptionDocument> documents, string name, Terminal terminal) =>
        documents.FirstOrDefault(document => document.Name == name)
            ?? throw new UsageException(terminal.Words["subscriptions.unknown", name, string.Join(", ", documents.Select(document => document.Name))]);

    private static Argument<string> Name(Terminal terminal) => new("NAME") { Description = terminal.Words["subscriptions.name"] };
}
