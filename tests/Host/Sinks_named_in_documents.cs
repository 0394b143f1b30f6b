using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Node;
using IntegrationHub.Mdm.Storage;

namespace IntegrationHub.Tests.Host;

public sealed class Sinks_named_in_documents : IDisposable
{
    private const string Connection = """
        name: dynamics
        connector: dataverse
        controller: "21330063500017"
        mapping: dynamics
        settings:
          url: https://mairie.api.crm12.dynamics.com/api/data/v9.2
        """;

    private const string Files = """
        name: bases
        connector: csv
        controller: "21330063500017"
        mapping: finance
        settings: { path: in }
        """;

    private const string Subscription = """
        name: crm-out
        channel: sink
        connection: dynamics
        controller: "21330063500017"
        purpose: citizen-relations
        legalBasis: public-task
        attributes: ["*"]
        sources: ["*"]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("config").FullName;

    [Fact]
    public async Task A_connection_that_can_be_written_to_and_its_own_mapping_are_enough() => Assert.Null(await ApplyAsync(Subscription));

    [Theory]
    [InlineData("connection: dynamics", "connection: dinamics", 3, "dynamics")]
    [InlineData("connection: dynamics", "connection: bases", 3, null)]
    [InlineData("channel: sink", "channel: sinc", 2, "sink")]
    [InlineData("sources: [\"*\"]", "sources: [\"*\"]\nmapping: dynamic", 9, "dynamics")]
    [InlineData("sources: [\"*\"]", "sources: [\"*\"]\nmapping: annuaire", 9, null)]
    [InlineData("connection: dynamics\n", "", 2, null)]
    public async Task A_mistake_is_named_with_file_line_and_nearest_word(string good, string bad, int line, string? nearest)
    {
        var error = await ApplyAsync(Subscription.Replace(good, bad, StringComparison.Ordinal));

        var one = Assert.Single(error!.Errors);
        Assert.Equal(("crm-out.yaml", line, nearest), (Path.GetFileName(one.At.File), one.At.Line, one.Nearest));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<DocumentException?> ApplyAsync(string subscription)
    {
        await WriteAsync("connections", "dynamics", Connection);
        await WriteAsync("connections", "bases", Files);
        await WriteAsync("subscriptions", "crm-out", subscription);
        await using var stores = await RegistryStores.OpenAsync(new StorageSettings { Directory = Path.Combine(_folder, "data") }, CancellationToken.None);
        try
        {
            await new ConfigurationStore(stores.Operations, TimeProvider.System).ApplyAsync(_folder, CancellationToken.None, dryRun: true);
            return null;
        }
        catch (DocumentException error)
        {
            return error;
        }
    }

    private async Task WriteAsync(string folder, string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, folder));
        await File.WriteAllTextAsync(Path.Combine(_folder, folder, $"{name}.yaml"), text);
    }
}
