using System.Numerics;
using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Places;
using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>What comparisons need to know of a distinct value before they read its text: 24 bytes, one cache line.</summary>
/// <param name="Code">Names: hash of the sound. E-mail, street: the letters it has <see cref="Twice"/>, then half a hash of the local part, of the last word; free text: those letters. BAN id: hash of the street's own. Phone: <see cref="PackedDigits"/>. Place: <see cref="PlaceCodes"/>. Else 0.</param>
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
        uint letters = 0, twice = 0;
        foreach (var symbol in text)
        {
            var letter = 1u << (symbol & 31);
            twice |= letters & letter;
            letters |= letter;
        }

        var code = domain switch
        {
            Domain.Surname or Domain.GivenName => NameSound.Of(text),
            Domain.Email => ((ulong)twice << 32) | (uint)Hash.Of(text[..Math.Max(0, text.IndexOf((byte)'@'))]),
            Domain.Street => ((ulong)twice << 32) | (uint)Hash.Of(text[(text.LastIndexOf((byte)' ') + 1)..]),
            Domain.Text1 or Domain.Text2 or Domain.Text3 => (ulong)twice << 32,
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

    /// <summary>The letters that the text has at least twice, where its domain keeps them.</summary>
    public uint Twice => (uint)(Code >> 32);

    /// <summary>Half a hash of an e-mail's local part, of a street's last word.</summary>
    public uint Word => (uint)Code;

    /// <summary>A bit for each letter it has once, a bit for each that it has twice: what one text has beyond another is counted in them.</summary>
    public ulong Counted => (Code & ~(ulong)uint.MaxValue) | Letters;

    /// <summary>Whether so many edits (insert, delete, substitute, swap neighbours) could lead from one text to the other. An edit changes the length by one at most, adds one letter and takes one away.</summary>
    public static bool MayBeWithin(in ValueFacts a, in ValueFacts b, int edits) => MayBeWithin(a, a.Letters, b, b.Letters, edits);

    /// <summary>The same, more often no, for domains that keep letters counted.</summary>
    public static bool CountedMayBeWithin(in ValueFacts a, in ValueFacts b, int edits) => MayBeWithin(a, a.Counted, b, b.Counted, edits);

    /// <summary>Whether all letters of one text are among those of the other: else neither is the other's beginning.</summary>
    public static bool OneMayHoldTheOther(in ValueFacts a, in ValueFacts b) => ((a.Letters & ~b.Letters) == 0) | ((b.Letters & ~a.Letters) == 0);

    // All is computed and nothing skipped: what would be skipped costs less than guessing wrongly whether to.
    private static bool MayBeWithin(in ValueFacts a, ulong left, in ValueFacts b, ulong right, int edits) =>
        (Math.Abs(a.Length - b.Length) <= edits)
        & ((Math.Max(a.Length, b.Length) > Longest) | (Math.Max(BitOperations.PopCount(left & ~right), BitOperations.PopCount(right & ~left)) <= edits));
}
