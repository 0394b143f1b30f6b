using System.Runtime.CompilerServices;
using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Blocking;

/// <summary>The deletion neighbourhood of a name: two names share a value exactly when they are equal or one slip apart (a letter left out, put in, typed wrong, two swapped), but for rare pairs two deletions apart.</summary>
/// <remarks>As in FastSS (T. Bocek, E. Hunt, B. Stiller, "Fast similarity search in large dictionaries", 2007): no name is compared with any other to find them.</remarks>
internal static class Slips
{
    /// <summary>Shorter names have too many neighbours that are other names.</summary>
    private const int Shortest = 4;

    /// <summary>Letters from here on are cut off: a slip there is not looked for.</summary>
    private const int Longest = 16;

    [SkipLocalsInit]
    public static void Write(ReadOnlySpan<byte> name, ref KeySet set)
    {
        name = name[..Math.Min(Longest, name.Length)];
        set.Add(Hash.Of(name));
        if (name.Length < Shortest)
        {
            return;
        }

        Span<byte> rest = stackalloc byte[Longest];
        name[1..].CopyTo(rest);
        for (var i = 0; i < name.Length; i++)
        {
            // The name less its letter at i; the next one puts that letter back in its place.
            set.Add(Hash.Of(rest[..(name.Length - 1)]));
            rest[i] = name[i];
        }
    }
}
