using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Tests.EndToEnd.OneShots;

/// <summary>A command that stands first is the native program's; after an option it stays the hub's own.</summary>
public sealed class The_native_program_does_what_the_hub_does : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-native-").FullName;

    public The_native_program_does_what_the_hub_does() =>
        TownFiles.Write(_folder, Town.Generate(new TownSettings { Seed = 5, Records = 300, Systems = [TownSystem.Crm] }), truth: false);

    [NativeFact]
    public async Task It_is_the_native_program_that_runs()
    {
        var (code, _, error) = await ShippedHub.RunAsync(_folder, "dedupe", "crm.csv", "--timings", "--lang", "en");

        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains(Words.English["timings.compiled", 0.0, 0], error, StringComparison.Ordinal);
    }

    [NativeFact]
    public Task Deduplicating_writes_the_same_bytes() => SameAsync(ExitCode.Ok, "fr", "dedupe", "crm.csv");

    [NativeFact]
    public Task Deduplicating_by_a_mapping_of_the_catalogue_writes_the_same_bytes() => SameAsync(ExitCode.Ok, "en", "dedupe", "crm.csv", "--mapping", "crm", "--model", "french");

    [NativeFact]
    public Task Evaluating_tells_the_same_figures() => SameAsync(ExitCode.Ok, "en", "evaluate", "crm.csv", "--truth", "emailaddress1");

    [NativeFact]
    public Task A_column_that_is_not_there_gets_the_same_sentence() => SameAsync(ExitCode.Usage, "fr", "evaluate", "crm.csv", "--truth", "inconnue");

    [NativeFact]
    public Task A_file_that_is_not_there_gets_the_same_sentence() => SameAsync(ExitCode.Usage, "fr", "dedupe", "absent.csv");

    [NativeFact]
    public Task Help_is_the_same() => SameAsync(ExitCode.Ok, "fr", "dedupe", "--help");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task SameAsync(int code, string language, params string[] words)
    {
        var native = await ShippedHub.RunAsync(_folder, [.. words, "--lang", language]);
        var written = Written();
        var managed = await ShippedHub.RunAsync(_folder, ["--lang", language, .. words]);

        Assert.Equal(code, managed.Code);
        Assert.Equal(managed, native);
        Assert.Equal(Written(), written);
    }

    private List<(string Name, string Bytes)> Written() =>
        [.. Directory.GetFiles(_folder).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), Convert.ToBase64String(File.ReadAllBytes(path))))];
}
