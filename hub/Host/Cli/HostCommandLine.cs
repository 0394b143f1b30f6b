using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;

using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Texts;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Cli;

/// <summary>The whole command line: parses, runs, and turns every ending into an exit code and a sentence.</summary>
public static class HostCommandLine
{
    // A stopped run ends its page, keeps its checkpoint and says so; the library's own two seconds would cut that short.
    private static readonly TimeSpan PageInHand = TimeSpan.FromSeconds(60);

    /// <param name="args">As the shell gave them.</param>
    /// <param name="output">Results.</param>
    /// <param name="error">Talk, progress and errors.</param>
    /// <param name="interactive">Whether a bar may be drawn.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, bool interactive, CancellationToken cancellationToken)
    {
        var words = Language.Of(args);
        var terminal = new Terminal(output, error, words, interactive);
        var parsed = Root(terminal).Parse(args);
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = PageInHand };
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
        catch (Exception problem) when (problem is StorageException or DbException)
        {
            error.WriteLine(words["cli.storage", problem.Message]);
            return ExitCode.Failed;
        }
        catch (WriterUnavailableException)
        {
            error.WriteLine(words["cli.busy"]);
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

    /// <summary>Every command, one line each.</summary>
    public static RootCommand Root(Terminal terminal) => new(terminal.Words["cli.root"])
    {
        Language.Option(terminal.Words),
        DemoCommand.Create(terminal),
        ServeCommand.Create(terminal),
        DedupeCommand.Create(terminal),
        EvaluateCommand.Create(terminal),
        TrainCommand.Create(terminal),
        ExplainCommand.Create(terminal),
        QualityCommand.Create(terminal),
        ImportCommand.Create(terminal),
        ExportCommand.Create(terminal),
        ConnectionsCommand.Create(terminal),
        ConfigCommand.Create(terminal),
        MappingsCommand.Create(terminal),
        QuarantineCommand.Create(terminal),
        ModelsCommand.Create(terminal),
        SubscriptionsCommand.Create(terminal),
        SandboxCommand.Create(terminal),
        KeysCommand.Create(terminal),
        SecretsCommand.Create(terminal),
        SignInCommand.Create(terminal),
    };
}
