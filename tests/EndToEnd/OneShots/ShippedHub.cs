using System.Diagnostics;

namespace IntegrationHub.Tests.EndToEnd.OneShots;

/// <summary>The hub in its own output folder, with whatever the build put beside it, run in a folder of files.</summary>
internal static class ShippedHub
{
    // artifacts/bin/PROJECT/CONFIGURATION/
    private static readonly string Configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
    private static readonly string Artifacts = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../.."));
    private static readonly string Program = Path.Combine(Artifacts, "bin", "IntegrationHub.Host", Configuration, "IntegrationHub.Host.dll");

    /// <summary>The build found a compiler and a linker: the native program is there, or should be.</summary>
    public static bool WasNativeAsked { get; } = File.Exists(Path.Combine(Artifacts, "obj", "IntegrationHub.Host", Configuration, "compiled", "native", "asked"));

    /// <summary>What the command answers, and what it leaves in the folder.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string folder, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. words])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, said[0], said[1]);
    }
}
