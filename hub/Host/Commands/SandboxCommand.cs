using System.CommandLine;
using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Host.Cli;

namespace IntegrationHub.Host.Commands;

/// <summary><c>sandbox town</c>: writes the files of a generated French town.</summary>
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
        return new Command("sandbox", words["sandbox.about"]) { town };
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
