using System.Numerics;
using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Places;
using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>What comparisons need to know of a distinct value before they read its text: 24 bytes, one cache line.</summary>
/// <param name="Code">Names: hash of the sound. E-mail: hash of the local part. Street: hash of the last word. BAN id: hash of the street's own. Phone: <see cref="PackedDigits"/>. Place: <see cref="PlaceCodes"/>. Else 0.</param>
/// <param name="Term">Frequency adjustment, thousandths of a bit.</param>
/// <param name="Letters">The set of its bytes, by their five lower bits.</param>
/// <param name="Start">Where the text begins.</param>
/// <param name="Head">Its first two bytes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="HasSpace">More than one word.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ValueFacts(ulong Code, int Term, uint Letters, int Start, ushort Head, byte Length, bool HasSpace)
{
    public static ValueFacts Of(Domain domain, ReadOnlySpan<byte> text, int term, int start)
    {
        uint letters = 0;
        foreach (var symbol in text)
        {
            letters |= 1u << (symbol & 31);
        }

        var code = domain switch
        {
            Domain.Surname or Domain.GivenName => NameSound.Of(text),
            Domain.Email => Hash.Of(text[..Math.Max(0, text.IndexOf((byte)'@'))]),
            Domain.Street => Hash.Of(text[(text.LastIndexOf((byte)' ') + 1)..]),
            Domain.Phone => PackedDigits.Of(text),
            Domain.Place => PlaceCodes.Of(text),
            Domain.BanId => Hash.Of(BanIds.Street(text)),
            _ => 0UL,
        };
        var head = (ushort)(text[0] | (text.Length > 1 ? text[1] << 8 : 0));
        return new ValueFacts(code, term, letters, start, head, (byte)text.Length, text.Contains((byte)' '));
    }

    /// <summary>Longer texts are compared by their beginnings, of which the letter set says nothing.</summary>
    private const int Longest = 64;

    /// <summary>Whether so many edits (insert, delete, substitute, swap neighbours) could lead from one text to the other. An edit changes the length by one at most and the letter set by two.</summary>
    public static bool MayBeWithin(in ValueFacts a, in ValueFacts b, int edits) =>
        a.Length > Longest || b.Length > Longest ? Math.Abs(a.Length - b.Length) <= edits :
        Math.Abs(a.Length - b.Length) <= edits && BitOperations.PopCount(a.Letters ^ b.Letters) <= 2 * edits;
}
