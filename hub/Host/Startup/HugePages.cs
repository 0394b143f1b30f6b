using System.Globalization;
using System.Runtime.InteropServices;

namespace IntegrationHub.Host.Startup;

/// <summary>Asks the kernel to hold the managed heap in pages of two megabytes, where it does so for who asks: a million records are read all over, and finding a page is half of what a read from memory takes.</summary>
public static partial class HugePages
{
    /// <summary>MADV_HUGEPAGE of madvise(2).</summary>
    private const int Huge = 14;

    /// <summary>Advice: where it is not taken, or there is nobody to give it to, all goes on as before.</summary>
    public static void Advise()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            var (start, end) = Around(AnObject());
            _ = Advise(start, end - start, Huge);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or FormatException or OverflowException or TypeLoadException)
        {
            // A system that shows no memory map of itself or shows another, or a C library that goes by another name.
        }
    }

    private static unsafe nuint AnObject()
    {
        fixed (byte* at = new byte[1])
        {
            return (nuint)at;
        }
    }

    /// <summary>Where the memory begins and ends that the collector took for itself: the mappings without a file, one after the other without a gap, of which one holds an object.</summary>
    private static (nuint Start, nuint End) Around(nuint place)
    {
        var (start, end) = ((nuint)0, (nuint)0);
        foreach (var line in File.ReadLines("/proc/self/maps"))
        {
            // 7f7b0b44f000-7f7b0b800000 rw-p 00000000 00:00 0      [what it is, or its file]
            var words = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
            var dash = words[0].IndexOf('-', StringComparison.Ordinal);
            var (first, last) = (Number(words[0].AsSpan(0, dash)), Number(words[0].AsSpan(dash + 1)));
            var anonymous = words.Length == 5 || words[5].StartsWith("[anon:", StringComparison.Ordinal);
            if (end > place && (first != end || !anonymous))
            {
                break;
            }

            (start, end) = !anonymous ? (start, end) : first == end ? (start, last) : (first, last);
        }

        return start <= place ? (start, end) : (place, place);
    }

    private static nuint Number(ReadOnlySpan<char> digits) => nuint.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    [LibraryImport("libc", EntryPoint = "madvise", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nuint start, nuint length, int advice);
}
