using IntegrationHub.Tests.Host.Support;

namespace IntegrationHub.Tests.Host;

public sealed class Approving_a_held_run : IDisposable
{
    private readonly string _data = Shell.Folder();

    [Fact]
    public async Task A_run_the_brake_held_says_so_in_French_and_how_to_let_it_pass_and_then_passes()
    {
        foreach (var folder in new[] { "config/connections", "config/mappings" })
        {
            Directory.CreateDirectory(Path.Combine(_data, folder));
        }

        Shell.Write(_data, "config/mappings/gens.yaml", "mapping: gens\nrecord: { key: id }\ncitizen: { birthName: nom }\n");
        Shell.Write(_data, "config/connections/gens.yaml", $"name: gens\nconnector: csv\ncontroller: \"21330063500017\"\nsettings: {"{"} path: \"{_data}/gens.csv\", key: [id], mode: snapshot {"}"}\n");
        People(40);
        Assert.Equal(0, (await RunAsync()).Code);
        People(5);

        var held = await RunAsync();
        var approved = await RunAsync("--approve");

        Assert.Equal(3, held.Code);
        Assert.Contains("brake.deletions: Trop d’enregistrements", held.Error, StringComparison.Ordinal);
        Assert.Contains("35 of 40", held.Error, StringComparison.Ordinal);
        Assert.Contains("connections run gens --approve", held.Error, StringComparison.Ordinal);
        Assert.Equal(0, approved.Code);
        Assert.Contains("deleted 35", approved.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private void People(int count) => Shell.Write(_data, "gens.csv", "id;nom\n" + string.Concat(Enumerable.Range(0, count).Select(number => $"{number};Dubois{(char)('a' + (number % 26))}{(char)('a' + (number / 26))}\n")));

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] more) => Shell.RunAsync(["connections", "run", "gens", "--data", _data, "--lang", "fr", .. more]);
}
