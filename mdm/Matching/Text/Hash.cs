using System.Runtime.InteropServices;

namespace IntegrationHub.Mdm.Matching.Text;

/// <summary>A 64-bit hash that is the same in every process and on every machine: refined keys are frozen in models by it.</summary>
internal static class Hash
{
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)bytes.Length;
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[8..];
        }

        ulong rest = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            rest |= (ulong)bytes[i] << (8 * i);
        }

        return Mix(hash ^ rest);
    }

    public static ulong Combine(ulong left, ulong right) => Mix(left * 0x9DDFEA08EB382D69UL ^ right);

    /// <summary>The finaliser of MurmurHash3 (public domain, A. Appleby).</summary>
    private static ulong Mix(ulong value)
    {
        value ^= value >> 33;
        value *= 0xFF51AFD7ED558CCDUL;
        value ^= value >> 33;
        value *= 0xC4CEB9FE1A85EC53UL;
        return value ^ (value >> 33);
    }
}
