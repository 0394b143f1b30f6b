using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>The sound of a whole folded name, its tokens run together.</summary>
internal static class NameSound
{
    public static ulong Of(ReadOnlySpan<byte> name)
    {
        Span<byte> code = stackalloc byte[Fold.MaxLength];
        var length = 0;
        foreach (var range in name.Split((byte)' '))
        {
            length += FrenchSound.Write(name[range], code[length..]);
        }

        return Hash.Of(code[..length]);
    }
}
