using System.CommandLine;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Host.Cli;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>secrets</c>: the vault of the environment, written by whoever runs the server; configurations name its secrets as <c>vault:NAME</c>. A value is read from the input, never from the command line.</summary>
public static class SecretsCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var file = new Argument<string>("FILE") { Description = words["secrets.key-file"] };
        var key = new Command("new-key", words["secrets.new-key"]) { file };
        key.SetAction(parsed =>
        {
            SecretVault.CreateKey(parsed.GetRequiredValue(file));
            terminal.Say("secrets.key-made", SecretVault.FileVariable, SecretVault.KeyVariable);
            return ExitCode.Ok;
        });
        var name = new Argument<string>("NAME") { Description = words["secrets.name"] };
        var set = new Command("set", words["secrets.set"]) { name };
        set.SetAction(async (parsed, cancellationToken) =>
        {
            var (vault, called) = (Vault(terminal), parsed.GetRequiredValue(name));
            if (!SecretVault.IsName(called))
            {
                throw new UsageException(words["secrets.no-name", called]);
            }

            var value = await AskAsync(words["secrets.type", called], cancellationToken);
            vault.Set(called, value is { Length: > 0 } ? value : throw new UsageException(words["secrets.empty"]));
            terminal.Say("secrets.kept", called);
            return ExitCode.Ok;
        });
        var list = new Command("list", words["secrets.list"]);
        list.SetAction(_ =>
        {
            foreach (var kept in Vault(terminal).Names)
            {
                terminal.Result(kept);
            }

            return ExitCode.Ok;
        });
        var gone = new Argument<string>("NAME") { Description = words["secrets.name"] };
        var remove = new Command("remove", words["secrets.remove"]) { gone };
        remove.SetAction(parsed => Vault(terminal).Remove(parsed.GetRequiredValue(gone)) ? ExitCode.Ok : throw new UsageException(words["secrets.unknown", parsed.GetRequiredValue(gone)]));
        return new Command("secrets", words["secrets.about"]) { key, set, list, remove };
    }

    // Typed by a person it does not show; from a pipe it is the first line.
    private static async Task<string?> AskAsync(string question, CancellationToken cancellationToken) => Console.IsInputRedirected
        ? await Console.In.ReadLineAsync(cancellationToken)
        : await new TextPrompt<string>(Markup.Escape(question)).Secret(null).ShowAsync(AnsiConsole.Console, cancellationToken);

    private static SecretVault Vault(Terminal terminal) =>
        SecretVault.FromEnvironment() ?? throw new UsageException(terminal.Words["secrets.no-vault", SecretVault.FileVariable, SecretVault.KeyVariable]);
}
