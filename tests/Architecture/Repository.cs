using System.Diagnostics;
using System.Xml.Linq;

namespace IntegrationHub.Tests.Architecture;

/// <summary>The checkout as files: what the tests of the house's order read.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Project paths from the root, without tests, with forward slashes: <c>mdm/Model</c>.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Files("*.csproj").Select(Folder).Where(folder => !folder.StartsWith("tests/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>Every project file, tests too, from the root.</summary>
    public static IReadOnlyList<string> ProjectFiles { get; } = Files("*.csproj");

    /// <summary>C# files that a person wrote, from the root.</summary>
    public static IReadOnlyList<string> Sources { get; } =
        [.. Files("*.cs").Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Folders of the projects that the project in <paramref name="folder"/> references directly.</summary>
    public static IReadOnlyList<string> References(string folder)
    {
        var project = Directory.GetFiles(Path.Combine(Root, folder), "*.csproj").Single();
        return
        [
            .. XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => Path.GetFullPath(Path.Combine(Root, folder, reference.Attribute("Include")!.Value)))
                .Select(path => Folder(Path.GetRelativePath(Root, path))),
        ];
    }

    private static string Folder(string file) => Path.GetDirectoryName(file)!.Replace('\\', '/');

    // What git knows or would add: build output and local data never count.
    private static IReadOnlyList<string> Files(string pattern)
    {
        var start = new ProcessStartInfo("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", pattern])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start)!;
        var lines = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return [.. lines.Where(line => File.Exists(Path.Combine(Root, line)))];
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "IntegrationHub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests must run inside the checkout");
        }

        return folder;
    }
}
