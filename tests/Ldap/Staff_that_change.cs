using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Identity.Ldap;
using IntegrationHub.Mappings.Engine.Compiling;
using IntegrationHub.Tests.Conformance;

namespace IntegrationHub.Tests.Ldap;

public sealed class Staff_that_change(Slapd server) : IClassFixture<Slapd>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ldap-").FullName;

    [Fact]
    public async Task Changes_are_read_once_and_who_left_is_told_as_deleted()
    {
        var (all, first) = await RunAsync(null);
        server.Change("agent3", "title", "Directrice");
        var (changed, second) = await RunAsync(first);
        var (nothing, _) = await RunAsync(second);
        server.Remove("agent4");
        var (gone, _) = await RunAsync(second);

        Assert.Equal(11, all.Records.Count);
        var one = Assert.Single(changed.Records);
        var before = all.Records.Single(record => record.Key == one.Key);
        Assert.True(one.Version.Number > before.Version.Number || string.CompareOrdinal(one.Version.Text, before.Version.Text) > 0);
        Assert.Empty(nothing.Pages);
        Assert.True(Assert.Single(gone.Records).Deleted);
    }

    [Fact]
    public async Task Staff_never_become_citizens()
    {
        var mapping = MappingCompiler.Compile(await File.ReadAllTextAsync(Checkout("mappings/catalog/annuaire.yaml")), "annuaire.yaml").Mapping!;
        var (all, _) = await RunAsync(null);
        var mapped = all.Records.Where(record => !record.Deleted).Select(record => mapping.Map("annuaire", record, DateTimeOffset.UnixEpoch)).ToList();

        Assert.NotEmpty(mapped);
        Assert.All(mapped, record =>
        {
            Assert.Empty(record.Citizens);
            Assert.Empty(record.Organisations);
            Assert.Null(Assert.Single(record.LinkedItems).OwnerPart);
        });
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(Reading Reading, Checkpoint? Last)> RunAsync(Checkpoint? after)
    {
        var source = new LdapConnector().OpenSource(server.Settings, new ConnectionContext { Connection = "annuaire", StateFolder = folder });
        var reading = await Reading.AllAsync(source, after);
        Assert.Null(reading.Failure);
        foreach (var page in reading.Pages)
        {
            await source.CommittedAsync(after = page.Checkpoint, CancellationToken.None);
        }

        return (reading, after);
    }

    private static string Checkout(string path)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "IntegrationHub.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return Path.Combine(root, path);
    }
}
