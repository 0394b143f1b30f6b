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
        var files = new Argument<FileInfo[]>("FILE") { Description = words["mappings.file"], Arity = ArgumentArity.OneOrMore };
        files.AcceptExistingOnly();
        var check = new Command("check", words["mappings.check"]) { files };
        check.SetAction(parsed =>
        {
            var reports = parsed.GetRequiredValue(files).Select(file => MappingCheck.RunFile(file.FullName)).ToList();
            foreach (var line in reports.SelectMany(report => report.Lines()))
            {
                terminal.Result(line);
            }

            return reports.TrueForAll(report => report.Passed) ? ExitCode.Ok : ExitCode.Usage;
        });
        return new Command("mappings", words["mappings.about"]) { check };
    }
}
