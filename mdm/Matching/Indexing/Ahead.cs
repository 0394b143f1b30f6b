using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Tells the processor what will be read soon, where it can be told.</summary>
internal static class Ahead
{
    public static bool IsSupported => Sse.IsSupported;

    /// <summary>The cache line of an array's element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(T[] array, int at)
        where T : struct => Fetch(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), at));

    /// <summary>The cache line of a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(ref readonly T value)
        where T : struct
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in value)));
        }
    }
}
