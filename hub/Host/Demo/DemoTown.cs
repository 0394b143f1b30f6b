using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Node;

namespace IntegrationHub.Host.Demo;

/// <summary>Loads a generated town into a hub from files alone: six systems, six connections, the mappings that ship.</summary>
public static class DemoTown
{
    // How far each system is believed: the portal's identities are checked, finance writes for cheques.
    private static readonly Dictionary<TownSystem, int> Trust = new()
    {
        [TownSystem.Portail] = 80, [TownSystem.Famille] = 65, [TownSystem.Crm] = 50, [TownSystem.Ged] = 40, [TownSystem.Signature] = 40, [TownSystem.Finance] = 30,
    };

    /// <returns>Records read, over all systems.</returns>
    public static async Task<long> LoadAsync(HubNode node, int people, ulong seed, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(Path.Combine(node.Settings.Data, "town"));
        var town = await terminal.FollowAsync(
            terminal.Words["demo.generating", terminal.Words.Count(people)], _ => Task.Run(() => Generate(folder, people, seed, cancellationToken), cancellationToken));
        long read = 0;
        foreach (var system in town.Settings.Systems)
        {
            var name = system.ToString().ToLowerInvariant();
            var mapping = MappingChoice.Of(name, [], [], save: null, terminal);
            var text = ConnectionText.ForFile(name, node.Settings.Controller(), name, Path.Combine(folder, TownFiles.Name(system)), mapping.KeyColumn, Trust[system]);
            await node.Configuration.SaveAsync(ConfigurationStore.Connections, name, text, "demo", cancellationToken);
            var connection = await node.Configuration.FindAsync(name, cancellationToken) ?? throw new InvalidOperationException("a connection just kept cannot be found");
            var end = await RunProgress.FollowAsync(node, connection, approved: false, terminal, cancellationToken);
            read += end.Row.Read;
            if (end.Failure is { } failure)
            {
                terminal.SayText($"{name}: {failure.Code}: {failure.Detail}");
            }
        }

        return read;
    }

    private static Town Generate(string folder, int people, ulong seed, CancellationToken cancellationToken)
    {
        var town = Town.Generate(new TownSettings { People = people, Seed = seed });
        TownFiles.Write(folder, town, truth: false, cancellationToken);
        return town;
    }
}
