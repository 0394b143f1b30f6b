using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Host.Commands;

/// <summary><c>keys create|revoke|list</c>: application keys, each with its contract. The key itself is shown once.</summary>
public static class KeysCommand
{
    public static Command Create(Terminal terminal) => new("keys", terminal.Words["keys.about"])
    {
        CreateOne(terminal),
        Revoke(terminal),
        List(terminal),
    };

    private static Command CreateOne(Terminal terminal)
    {
        var words = terminal.Words;
        var options = new NodeOptions(words);
        var id = new Argument<string>("ID") { Description = words["keys.id"] };
        var controller = new Option<string>("--controller") { Description = words["keys.controller"], Required = true, HelpName = "SIRET" };
        var purpose = new Option<string>("--purpose") { Description = words["keys.purpose"], Required = true, HelpName = "TEXT" };
        var basis = new Option<string>("--legal-basis") { Description = words["keys.legal-basis"], Required = true, HelpName = "BASIS" };
        basis.AcceptOnlyFromAmong([.. Enum.GetNames<LegalBasis>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)]);
        var attributes = new Option<string>("--attributes") { Description = words["keys.attributes"], Required = true, HelpName = "LIST" };
        var sources = new Option<string>("--sources") { Description = words["keys.sources"], Required = true, HelpName = "LIST" };
        var submits = new Option<string?>("--submits") { Description = words["keys.submits"], HelpName = "CONNECTION" };
        var test = new Option<bool>("--test") { Description = words["keys.test"] };
        var command = new Command("create", words["keys.create"]) { id, controller, purpose, basis, attributes, sources, submits, test };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetRequiredValue(id);
            var contract = new AccessContract
            {
                Name = name,
                Controller = ReadSiret(parsed.GetRequiredValue(controller)),
                Purpose = parsed.GetRequiredValue(purpose),
                LegalBasis = Enum.GetValues<LegalBasis>().First(b => JsonNamingPolicy.KebabCaseLower.ConvertName(b.ToString()) == parsed.GetRequiredValue(basis)),
                Attributes = Scope.Parse(Attributes(parsed.GetRequiredValue(attributes), terminal)),
                Sources = Scope.Parse(Split(parsed.GetRequiredValue(sources))),
                Roles = new HashSet<Role> { Role.Application },
            };
            var secret = Secrets.New();
            var text = KeyDocument.Print(new ApplicationKey(name, Secrets.Hash(secret), contract, parsed.GetValue(submits), parsed.GetValue(test)));
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(options.Read(parsed), TimeProvider.System), cancellationToken);
            if ((await stores.Operations.ListDocumentsAsync(KeyDocument.Kind, cancellationToken)).Any(d => d.Name == name && !d.Removed))
            {
                throw new UsageException(words["keys.exists", name]);
            }

            await new ConfigurationStore(stores.Operations, TimeProvider.System).SaveAsync(KeyDocument.Kind, name, text, Environment.UserName, cancellationToken);
            terminal.Result(ApplicationKey.Text(name, secret));
            terminal.Say("keys.once");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Revoke(Terminal terminal)
    {
        var options = new NodeOptions(terminal.Words);
        var id = new Argument<string>("ID") { Description = terminal.Words["keys.id"] };
        var command = new Command("revoke", terminal.Words["keys.revoke"]) { id };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetRequiredValue(id);
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(options.Read(parsed), TimeProvider.System), cancellationToken);
            var current = (await stores.Operations.ListDocumentsAsync(KeyDocument.Kind, cancellationToken)).FirstOrDefault(d => d.Name == name && !d.Removed)
                ?? throw new UsageException(terminal.Words["keys.unknown", name]);
            await stores.Operations.SaveDocumentAsync(
                new DocumentRow(KeyDocument.Kind, name, current.Version + 1, "", TimeProvider.System.GetUtcNow(), Environment.UserName, Removed: true), cancellationToken);
            terminal.Say("keys.revoked", name, KeyRing.Freshness.TotalSeconds);
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var options = new NodeOptions(terminal.Words);
        var command = new Command("list", terminal.Words["keys.list"]);
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var stores = await RegistryStores.OpenAsync(StoreSettings.Of(options.Read(parsed), TimeProvider.System), cancellationToken);
            foreach (var document in (await stores.Operations.ListDocumentsAsync(KeyDocument.Kind, cancellationToken)).Where(d => !d.Removed))
            {
                var key = KeyDocument.Parse(document.Text, document.Name);
                terminal.Result($"{key.Id}  {key.Contract.Controller}  {key.Contract.LegalBasis}  {key.Contract.Purpose}{(key.Test ? "  test" : "")}");
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Siret ReadSiret(string text)
    {
        try
        {
            return Siret.Parse(text);
        }
        catch (FormatException problem)
        {
            throw new UsageException($"--controller: {problem.Message}", problem);
        }
    }

    private static string[] Attributes(string list, Terminal terminal)
    {
        var names = Split(list);
        foreach (var name in names.Where(name => name != "*" && !CitizenAttributes.Names.Contains(name)))
        {
            var nearest = NearestWord.Of(name, CitizenAttributes.Names);
            throw new UsageException(terminal.Words["keys.no-attribute", name, nearest ?? string.Join(", ", CitizenAttributes.Names)]);
        }

        return names;
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
