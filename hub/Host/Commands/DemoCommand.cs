using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Demo;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Serving;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Host.Commands;

/// <summary><c>demo</c>: a made-up town hall in one command; then it says where to look, and serves.</summary>
public static class DemoCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var options = new ServeOptions(words);
        var people = new Option<int>("--people") { Description = words["demo.people"], DefaultValueFactory = _ => 2000, HelpName = "N" };
        var seed = new Option<ulong>("--seed") { Description = words["sandbox.seed"], DefaultValueFactory = _ => 1, HelpName = "N" };
        var noServe = new Option<bool>("--no-serve") { Description = words["demo.no-serve"] };
        var files = new Option<bool>("--files") { Description = words["demo.files"] };
        var command = new Command("demo", words["demo.about"]) { people, seed, files, noServe };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(people) < 1)
            {
                throw new UsageException(words["sandbox.too-few"]);
            }

            var settings = options.Read(parsed);
            settings = settings with { Data = settings.Data == "data" ? Path.Combine("data", "demo") : settings.Data, Town = settings.Town == "IntegrationHub" ? words["demo.town"] : settings.Town };
            using var logs = LoggerFactory.Create(HubLogs.Configure);
            await using var node = await HubNode.OpenAsync(settings, TimeProvider.System, logs, cancellationToken, () => terminal.Say("cli.waiting"));
            var before = await node.Stores.Reader.CountAsync(cancellationToken);
            await using var hall = parsed.GetValue(files) ? null : await terminal.FollowAsync(
                words["demo.generating", words.Count(parsed.GetValue(people))], _ => DemoHall.OpenAsync(node, parsed.GetValue(people), parsed.GetValue(seed), cancellationToken));
            await using var subscriber = await DemoSubscriber.StartAsync(node, cancellationToken);
            if (before.Records > 0)
            {
                terminal.Say("demo.loaded", Path.GetFullPath(settings.Data));
            }
            else
            {
                _ = hall is null
                    ? await DemoTown.LoadAsync(node, parsed.GetValue(people), parsed.GetValue(seed), terminal, cancellationToken)
                    : await hall.LoadAsync(terminal, cancellationToken);
            }

            var counts = await node.Stores.Reader.CountAsync(cancellationToken);
            await terminal.FollowAsync(words["demo.publishing"], async progress =>
            {
                await subscriber.CatchUpAsync(progress, cancellationToken);
                return true;
            });
            Figures.Write(terminal, "records in", counts.Records);
            Figures.Write(terminal, "golden records", counts.Goldens);
            Figures.Write(terminal, "doubtful pairs", counts.OpenReviews);
            Figures.Write(terminal, "rejected", counts.Quarantined);
            Figures.Write(terminal, "changes published", subscriber.Received);
            if (parsed.GetValue(noServe))
            {
                return ExitCode.Ok;
            }

            await using var app = HubServer.Build(node, HubLogs.Configure);
            await app.StartAsync(cancellationToken);
            await ServeCommand.SayWhereAsync(node, new Uri(app.Urls.First()), terminal, cancellationToken);
            terminal.Say("demo.serving");
            await app.WaitForShutdownAsync(cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }
}
