using System.CommandLine;
using System.CommandLine.Parsing;
using IntegrationHub.Connectors.Abstractions.Documents;

namespace IntegrationHub.Host.Cli;

/// <summary>Parses and runs one command, and turns every ending into an exit code and a sentence; the same for every program that ships.</summary>
public static class CommandRun
{
    // A stopped run ends its page, keeps its checkpoint and says so; the library's own two seconds would cut that short.
    private static readonly TimeSpan PageInHand = TimeSpan.FromSeconds(60);

    /// <param name="root">The program's commands.</param>
    /// <param name="args">As the shell gave them.</param>
    /// <param name="terminal">For the sentences.</param>
    /// <param name="error">Talk, progress and errors.</param>
    /// <param name="sentence">What the program says of a failure that only its own parts have; null where it is none of them.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    public static async Task<int> RunAsync(
        RootCommand root, string[] args, Terminal terminal, TextWriter error, Func<Exception, string?> sentence, CancellationToken cancellationToken)
    {
        var words = terminal.Words;
        var parsed = root.Parse(args);
        var configuration = new InvocationConfiguration { Output = terminal.Output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = PageInHand };
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors.Select(e => e.Message.Trim()).Distinct(StringComparer.Ordinal))
            {
                error.WriteLine(problem);
            }

            error.WriteLine(words["cli.see-help", CommandPath(parsed) + "--help"]);
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (Exception problem) when (problem is UsageException or DocumentException)
        {
            error.WriteLine(problem.Message);
            return ExitCode.Usage;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(words["cli.io", problem.Message]);
            return ExitCode.Failed;
        }
        catch (Exception problem) when (sentence(problem) is { } said)
        {
            error.WriteLine(said);
            return ExitCode.Failed;
        }
        catch (InvalidOperationException problem)
        {
            error.WriteLine(words["cli.registry", problem.Message]);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine(words["cli.stopped"]);
            return ExitCode.Failed;
        }
    }

    // "connections check ", or nothing for the root: the words to put before --help.
    private static string CommandPath(ParseResult parsed)
    {
        var path = "";
        for (var at = parsed.CommandResult; at is { Command: not RootCommand }; at = at.Parent as CommandResult)
        {
            path = $"{at.Command.Name} {path}";
        }

        return path;
    }
}
