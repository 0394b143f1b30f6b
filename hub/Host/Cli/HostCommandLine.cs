using System.CommandLine;
using System.Data.Common;

using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Texts;
using IntegrationHub.Hub.Writing;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Cli;

/// <summary>The whole command line of the hub.</summary>
public static class HostCommandLine
{
    /// <param name="args">As the shell gave them.</param>
    /// <param name="output">Results.</param>
    /// <param name="error">Talk, progress and errors.</param>
    /// <param name="interactive">Whether a bar may be drawn.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, bool interactive, CancellationToken cancellationToken)
    {
        var words = Language.Of(args);
        var terminal = new Terminal(output, error, words, interactive);
        return CommandRun.RunAsync(Root(terminal), args, terminal, error, problem => OfStorage(problem, words), cancellationToken);
    }

    private static string? OfStorage(Exception problem, Words words) => problem switch
    {
        StorageException or DbException => words["cli.storage", problem.Message],
        WriterUnavailableException => words["cli.busy"],
        _ => null,
    };

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
