using System.Globalization;
using System.Runtime.InteropServices;
using IntegrationHub.Host.Startup;
using Xunit;

namespace IntegrationHub.Tests.Host;

public sealed class Memory_in_large_pages
{
    private const string Setting = "/sys/kernel/mm/transparent_hugepage/enabled";

    /// <summary>Without the advice the kernel's word for it stays away from every mapping of the heap.</summary>
    [Fact]
    public void What_the_hub_keeps_is_asked_for_in_large_pages_where_the_kernel_gives_them_to_who_asks()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Setting))
        {
            return;
        }

        HugePages.Advise();
        var kept = GC.AllocateArray<byte>(64 << 20, pinned: true);
        Assert.Contains(" hg", FlagsAt(Marshal.UnsafeAddrOfPinnedArrayElement(kept, kept.Length / 2)), StringComparison.Ordinal);
        GC.KeepAlive(kept);
    }

    private static string FlagsAt(nint place)
    {
        var inside = false;
        foreach (var line in File.ReadLines("/proc/self/smaps"))
        {
            var first = line.Split(' ')[0];
            if (first.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash)
            {
                inside = Number(first[..dash]) <= (nuint)place && (nuint)place < Number(first[(dash + 1)..]);
            }
            else if (inside && line.StartsWith("VmFlags:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return "no mapping has it";
    }

    private static nuint Number(string digits) => nuint.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
