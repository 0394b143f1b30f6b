using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Mappings.Engine.Checking;

namespace IntegrationHub.Host.Commands;

/// <summary><c>mappings check</c>: compiles mapping documents and runs their own examples.</summary>
public static class MappingsCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var files = new Argument<FileSystemInfo[]>("FILE") { Description = words["mappings.file"], Arity = ArgumentArity.OneOrMore };
        files.AcceptExistingOnly();
        var check = new Command("check", words["mappings.check"]) { files };
        check.SetAction(parsed =>
        {
            var reports = parsed.GetRequiredValue(files).SelectMany(given => Documents(given, terminal)).Select(MappingCheck.RunFile).ToList();
            foreach (var line in reports.SelectMany(report => report.Lines()))
            {
                terminal.Result(line);
            }

            return reports.TrueForAll(report => report.Passed) ? ExitCode.Ok : ExitCode.Usage;
        });
        return new Command("mappings", words["mappings.about"]) { check };
    }

    /// <summary>A file itself; of a folder every document in it, by name.</summary>
    /// <exception cref="UsageException">The folder holds none.</exception>
    private static List<string> Documents(FileSystemInfo given, Terminal terminal)
    {
        if (given is not DirectoryInfo folder)
        {
            return [given.FullName];
        }

        var documents = folder.EnumerateFiles("*.yaml").Select(file => file.FullName).Order(StringComparer.Ordinal).ToList();
        return documents.Count > 0 ? documents : throw new UsageException(terminal.Words["mappings.none", folder.FullName]);
    }
}
