using IntegrationHub.Host.Cli;

namespace IntegrationHub.Tests.Host.Support;

/// <summary>Runs the command line as a shell would, in a folder of its own that goes when the tests end.</summary>
internal static class Shell
{
    private static readonly DirectoryInfo Folders = Directory.CreateTempSubdirectory("hub-test-");

    static Shell() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folders.Delete(recursive: true);

    public static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await HostCommandLine.RunAsync(args, output, error, interactive: false, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    public static string Folder() => Folders.CreateSubdirectory($"{Guid.NewGuid():N}").FullName;

    public static string Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
