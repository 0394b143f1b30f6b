using System.CommandLine;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Commands;

namespace IntegrationHub.OneShots;

/// <summary>The hub's command line with the commands that need no hub.</summary>
public static class OneShotCommandLine
{
    /// <param name="args">As the shell gave them.</param>
    /// <param name="output">Results.</param>
    /// <param name="error">Talk, progress and errors.</param>
    /// <param name="interactive">Whether a bar may be drawn.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, bool interactive, CancellationToken cancellationToken)
    {
        var terminal = new Terminal(output, error, Language.Of(args), interactive);
        var root = new RootCommand(terminal.Words["cli.root"]) { Language.Option(terminal.Words), DedupeCommand.Create(terminal), EvaluateCommand.Create(terminal) };
        return CommandRun.RunAsync(root, args, terminal, error, _ => null, cancellationToken);
    }
}
