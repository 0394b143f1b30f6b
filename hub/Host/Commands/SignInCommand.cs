using System.CommandLine;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Commands;

/// <summary><c>sign-in</c>: makes a one-time link for a person; whoever can run this on the server may let people in.</summary>
public static class SignInCommand
{
    public static Command Create(Terminal terminal)
    {
        var words = terminal.Words;
        var options = new ServeOptions(words);
        var account = new Argument<string>("ACCOUNT") { Description = words["sign-in.account"] };
        var role = new Option<string>("--role") { Description = words["sign-in.role"], DefaultValueFactory = _ => "steward", HelpName = "ROLE" };
        role.AcceptOnlyFromAmong([.. Enum.GetValues<Role>().Where(r => r != Role.Application).Select(r => r.ToString().ToLowerInvariant())]);
        var command = new Command("sign-in", words["sign-in.about"]) { account, role };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = options.Read(parsed);
            NoRegistry.Require(settings, words);
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(settings, TimeProvider.System), cancellationToken);
            var links = new SignInLinks(stores.Operations, TimeProvider.System);
            var asked = Enum.Parse<Role>(parsed.GetRequiredValue(role), ignoreCase: true);
            terminal.Result((await links.CreateAsync(settings.Address(), parsed.GetRequiredValue(account), asked, cancellationToken)).ToString());
            terminal.Say("sign-in.once", SignInLinks.Lifetime.TotalMinutes);
            return ExitCode.Ok;
        });
        return command;
    }
}
