using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Linkage;
using IntegrationHub.Host.Models;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Matching;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Commands;

/// <summary><c>models show|shadow|activate</c>: which match model is in force, what another would do, and putting it into force.</summary>
public static class ModelsCommand
{
    public static Command Create(Terminal terminal) => new("models", terminal.Words["models.about"]) { Show(terminal), Shadow(terminal), Activate(terminal) };

    private static Command Show(Terminal terminal)
    {
        var options = new NodeOptions(terminal.Words);
        var command = new Command("show", terminal.Words["models.show"]);
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var shelf = await OpenShelf.OfAsync(options.Read(parsed), terminal.Words, cancellationToken);
            var current = await shelf.Models.CurrentAsync(cancellationToken);
            var wish = await shelf.Models.FindWishAsync(cancellationToken);
            terminal.Result($"current {current ?? "-"}");
            terminal.Result($"shipped {MatchModel.French.Version}");
            if (wish is not null)
            {
                terminal.Result($"wanted {wish.Text} by {wish.By} at {wish.At:O}");
            }

            if (current is not null && await shelf.Models.FindAsync(current, cancellationToken) is { } model)
            {
                terminal.Result($"link from {model.LinkThreshold / 1000.0:0.0##} bits");
                terminal.Result($"review from {model.ReviewThreshold / 1000.0:0.0##} bits");
                if (ModelShelf.WithSources(model, await shelf.DuplicateFreeAsync(cancellationToken)).Version != current)
                {
                    terminal.Say("models.sources-changed");
                }
            }

            if (wish is not null && wish.Text != current)
            {
                terminal.Say("models.unfinished");
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Shadow(Terminal terminal)
    {
        var (options, file, fit) = (new NodeOptions(terminal.Words), File(terminal), Fit(terminal));
        var shown = new Option<int>("--shown") { Description = terminal.Words["models.shown"], DefaultValueFactory = _ => 20, HelpName = "N" };
        var command = new Command("shadow", terminal.Words["models.shadow"]) { file, fit, shown };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var shelf = await OpenShelf.OfAsync(options.Read(parsed), terminal.Words, cancellationToken);
            var model = await shelf.PrepareAsync(Model(parsed.GetValue(file)!, terminal), parsed.GetValue(fit), cancellationToken);
            terminal.Say("models.evaluating", model.Version);
            ShadowWords.Write(terminal, await shelf.Shadow.RunAsync(model, cancellationToken), (await shelf.Stores.Reader.CountAsync(cancellationToken)).OpenReviews, parsed.GetValue(shown));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Activate(Terminal terminal)
    {
        var (options, file, fit) = (new NodeOptions(terminal.Words), File(terminal), Fit(terminal));
        var command = new Command("activate", terminal.Words["models.activate"]) { file, fit };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            long before;
            await using (var shelf = await OpenShelf.OfAsync(settings, terminal.Words, cancellationToken))
            {
                var model = await shelf.PrepareAsync(Model(parsed.GetValue(file)!, terminal), parsed.GetValue(fit), cancellationToken);
                before = (await shelf.Stores.Reader.CountAsync(cancellationToken)).Changes;
                await shelf.Models.WantAsync(model, Environment.UserName, cancellationToken);
                terminal.Say("models.evaluating", model.Version);
            }

            try
            {
                await using var node = await HubNode.OpenAsync(settings, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken, () => terminal.Say("cli.waiting"));
                var counts = await node.Stores.Reader.CountAsync(cancellationToken);
                terminal.Result($"current {node.Model.Version}");
                terminal.Result($"new changes {counts.Changes - before}");
                Figures.Write(terminal, counts);
                return ExitCode.Ok;
            }
            catch (WriterUnavailableException)
            {
                terminal.Say("models.later");
                return ExitCode.Failed;
            }
        });
        return command;
    }

    /// <exception cref="UsageException">No such file, or not a model.</exception>
    private static MatchModel Model(string asked, Terminal terminal) => asked == ModelChoice.ShippedName ? MatchModel.French : ModelChoice.Read(asked, terminal);

    private static Argument<string> File(Terminal terminal) => new("MODEL") { Description = terminal.Words["models.file"] };

    private static Option<bool> Fit(Terminal terminal) => new("--fit") { Description = terminal.Words["models.fit"] };
}
