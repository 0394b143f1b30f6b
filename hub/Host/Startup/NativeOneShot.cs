using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace IntegrationHub.Host.Startup;

/// <summary>Hands a one-shot to its native program, which a release build puts beside the hub. The process stays the same: its id, its streams, its signals, its exit code.</summary>
internal static partial class NativeOneShot
{
    /// <summary>The native program's file, beside the hub's.</summary>
    public const string File = "hub-oneshot";

    /// <summary>Does not return where the native program takes over. Returns, and the hub runs the command itself, for every other command, and where the program is not there or cannot run.</summary>
    /// <param name="args">As the shell gave them. The command must be the first: an option before it keeps to the hub itself.</param>
    public static void TakeOver(string[] args)
    {
        if (args is not ["dedupe" or "evaluate", ..] || !OperatingSystem.IsLinux() || !IsProcessorServed)
        {
            return;
        }

        // Named as the hub names itself: help tells how to call the hub.
        var hub = Path.Combine(AppContext.BaseDirectory, typeof(NativeOneShot).Assembly.GetName().Name + ".dll");
        _ = Execute(Path.Combine(AppContext.BaseDirectory, File), [hub, .. args, null]);
    }

    // What Startup/Native.targets lets the compiler use.
    private static bool IsProcessorServed => RuntimeInformation.ProcessArchitecture != Architecture.X64
        || (Avx2.IsSupported && Bmi1.IsSupported && Bmi2.IsSupported && Fma.IsSupported && Lzcnt.IsSupported);

    [LibraryImport("libc", EntryPoint = "execv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Execute(string path, string?[] arguments);
}
