using System.CommandLine;
using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Host.Cli;

namespace IntegrationHub.Host.Commands;

/// <summary><c>sandbox town</c> writes the files of a generated French town; <c>sandbox SYSTEM</c> runs the fake of a foreign system, which holds that town.</summary>
public static class SandboxCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var output = new Option<DirectoryInfo>("--out") { Description = words["sandbox.out"], Required = true, HelpName = "DIR" };
        var people = new Option<int?>("--people") { Description = words["sandbox.people"], HelpName = "N" };
        var records = new Option<int?>("--records") { Description = words["sandbox.records"], HelpName = "N" };
        var seed = new Option<ulong>("--seed") { Description = words["sandbox.seed"], DefaultValueFactory = _ => 1, HelpName = "N" };
        var later = new Option<bool>("--month-later") { Description = words["sandbox.month-later"] };
        var flat = new Option<bool>("--flat") { Description = words["sandbox.flat"] };
        var town = new Command("town", words["sandbox.town"]) { output, people, records, seed, later, flat };
        town.SetAction(async (parsed, cancellationToken) =>
        {
            var (asked, rows) = (parsed.GetValue(people), parsed.GetValue(records));
            var settings = new TownSettings
            {
                Seed = parsed.GetValue(seed),
                People = asked is null && rows is null ? 2000 : asked,
                Records = rows,
                MonthLater = parsed.GetValue(later),
            };
            if (settings.People < 1 || settings.Records < 1)
            {
                throw new UsageException(words["sandbox.too-few"]);
            }

            var folder = parsed.GetRequiredValue(output).FullName;
            var made = await terminal.FollowAsync(words["sandbox.writing", folder], _ => Task.Run(() => Write(folder, settings, parsed.GetValue(flat), cancellationToken), cancellationToken));
            terminal.Result(string.Create(CultureInfo.InvariantCulture, $"people {made.People}"));
            foreach (var system in made.Settings.Systems)
            {
                terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{TownFiles.Name(system)} {made.Count(system)}"));
            }

            return ExitCode.Ok;
        });
        var command = new Command("sandbox", words["sandbox.about"]) { town };
        foreach (var system in SandboxCatalogue.All)
        {
            command.Add(Fake(system, terminal));
        }

        return command;
    }

    private static Command Fake(SandboxSystem system, Terminal terminal)
    {
        var words = terminal.Words;
        var port = new Option<int>("--port") { Description = words["sandbox.port"], HelpName = "N" };
        var people = new Option<int>("--people") { Description = words["sandbox.people"], DefaultValueFactory = _ => 2000, HelpName = "N" };
        var seed = new Option<ulong>("--seed") { Description = words["sandbox.seed"], DefaultValueFactory = _ => 1, HelpName = "N" };
        var command = new Command(system.Name, system.Title.In(words.Culture)) { port, people, seed };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new SandboxOptions { Port = parsed.GetValue(port), People = parsed.GetValue(people), Seed = parsed.GetValue(seed) };
            if (options.People < 1)
            {
                throw new UsageException(words["sandbox.too-few"]);
            }

            await using var server = await SandboxServer.StartAsync(system, options, cancellationToken);
            terminal.Result(server.Address.AbsoluteUri);
            terminal.Say("sandbox.account", SandboxContext.User, SandboxContext.Secret);
            terminal.Say("sandbox.faults", new Uri(server.Address, "/_sandbox/fault?kind=Cut&skip=1&times=1"));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Town Write(string folder, TownSettings settings, bool flat, CancellationToken cancellationToken)
    {
        var town = Town.Generate(settings);
        TownFiles.Write(folder, town, truth: true, cancellationToken);
        if (flat)
        {
            using var writer = new StreamWriter(Path.Combine(folder, "flat.csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            FlatFile.Write(writer, town, cancellationToken);
        }

        return town;
    }
}
