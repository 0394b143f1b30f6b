using System.Buffers.Binary;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Compares folded given names: compounds, initials, cut forms, feminine endings, typing errors, sound.</summary>
internal static class GivenNames
{
    public static GivenRelation Relate(Vocabulary vocabulary, int a, int b)
    {
        if (a == b)
        {
            return GivenRelation.Same;
        }

        var table = vocabulary[Domain.GivenName];
        return Relate(vocabulary, a, b, table.Facts(a), table.Facts(b));
    }

    /// <summary>How two distinct names of which this is known are related.</summary>
    public static GivenRelation Relate(Vocabulary vocabulary, int a, int b, in ValueFacts x, in ValueFacts y)
    {
        if (AreStrangers(x, y))
        {
            return GivenRelation.None;
        }

        if (vocabulary.GivenNames.TryGet(a, b, out var known))
        {
            return (GivenRelation)known;
        }

        var table = vocabulary[Domain.GivenName];
        var relation = Compute(table.Text(a), table.Text(b), x.Code == y.Code, table.IsKnown(a), table.IsKnown(b));
        vocabulary.GivenNames.Set(a, b, (byte)relation);
        return relation;
    }

    /// <summary>Whether two distinct names have nothing in common, told without their letters: true only where <see cref="Compute"/> says <see cref="GivenRelation.None"/>.</summary>
    /// <remarks>
    /// Beyond sound, every relation needs a common first letter, or one edit between whole names or between their first words; an edit at the
    /// very beginning leaves one of the first two letters in its place, or moves it by one. Single words: then one edit remains, or that one is the beginning of the other.
    /// </remarks>
    internal static bool AreStrangers(in ValueFacts a, in ValueFacts b) =>
        (a.Code != b.Code) & (Math.Min(a.Length, b.Length) >= 2)
        & (BeginOtherwise(a.Head, b.Head)
            | (!(a.HasSpace | b.HasSpace) & !ValueFacts.MayBeWithin(a, b, 1) & !((a.Head == b.Head) & ValueFacts.OneMayHoldTheOther(a, b))));

    /// <summary>Whether <see cref="Compute"/> could call two names near: an edit apart as a whole, or in their first words where they have several.</summary>
    internal static bool MayBeNear(in ValueFacts a, in ValueFacts b) => a.HasSpace | b.HasSpace | ValueFacts.MayBeWithin(a, b, 1);

    /// <summary>None of the first two letters of one is among those of the other.</summary>
    private static bool BeginOtherwise(ushort a, ushort b)
    {
        var aligned = a ^ b;
        var crossed = a ^ BinaryPrimitives.ReverseEndianness(b);
        return ((aligned & 0xFF) != 0) & ((aligned & 0xFF00) != 0) & ((crossed & 0xFF) != 0) & ((crossed & 0xFF00) != 0);
    }

    internal static GivenRelation Compute(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, bool soundsAlike, bool knownA, bool knownB)
    {
        if (a.Length > b.Length || (a.Length == b.Length && a.SequenceCompareTo(b) > 0))
        {
            var swap = a;
            a = b;
            b = swap;
            (knownA, knownB) = (knownB, knownA);
        }

        var bothKnown = knownA && knownB;
        // "D M C" is longer than the "DIRK" it may stand for.
        if (AreInitials(a) || AreInitials(b))
        {
            return (AreInitials(a) ? FitInitials(a, b) : FitInitials(b, a)) ? GivenRelation.Initial : GivenRelation.None;
        }

        if (b.Length > a.Length && b[a.Length] == ' ' && b.StartsWith(a))
        {
            return GivenRelation.FirstToken;
        }

        if ((bothKnown || (knownA && a.Length < b.Length)) && IsFeminine(a, b))
        {
            return GivenRelation.Feminine;
        }

        var oneApart = a.Length >= 3 && OneEdit.Apart(a, b);
        if (oneApart && a.Length >= 4 && !bothKnown)
        {
            return GivenRelation.Near;
        }

        if (soundsAlike || oneApart)
        {
            return soundsAlike && a.Length >= 4 ? GivenRelation.SoundsAlike : GivenRelation.LookAlike;
        }

        if (a.Length >= 3 && b.StartsWith(a))
        {
            return GivenRelation.Prefix;
        }

        var headA = Head(a);
        var headB = Head(b);
        if (headA.Length >= 5 && headB.Length >= 5 && (headA.Length < a.Length || headB.Length < b.Length) && !bothKnown && OneEdit.Apart(headA, headB))
        {
            return GivenRelation.Near;
        }

        return !headA.SequenceEqual(headB) ? GivenRelation.None : ShareAnother(a, b) ? GivenRelation.FirstToken : GivenRelation.LookAlike;
    }

    /// <summary>"J" or "J P".</summary>
    private static bool AreInitials(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == ' ' != (i % 2 == 1))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Letter by letter as far as both go: "J P" fits "JEAN PIERRE", and the "JEAN" that somebody writes who leaves the second name out.</summary>
    private static bool FitInitials(ReadOnlySpan<byte> initials, ReadOnlySpan<byte> name)
    {
        var at = 0;
        return FitInitials(initials, name, ref at);
    }

    /// <param name="initials">With a space between two.</param>
    /// <param name="name">Of one word or several.</param>
    /// <param name="at">Where the initial of the name's first word stands; afterwards that of the next name's.</param>
    private static bool FitInitials(ReadOnlySpan<byte> initials, ReadOnlySpan<byte> name, ref int at)
    {
        foreach (var range in name.Split((byte)' '))
        {
            if (at < initials.Length && initials[at] != name[range][0])
            {
                return false;
            }

            at += 2;
        }

        return true;
    }

    /// <summary>Whether several initials written as one name fit the names after the first as well: "J P" is Jean, Pierre and not Jean, Luc.</summary>
    internal static bool FitFurther(ValueTable table, ReadOnlySpan<int> a, ReadOnlySpan<int> b) => FitAll(table, a[0], b) && FitAll(table, b[0], a);

    private static bool FitAll(ValueTable table, int first, ReadOnlySpan<int> names)
    {
        var initials = table.Text(first);
        var at = 0;
        foreach (var name in AreInitials(initials) ? names : [])
        {
            if (!FitInitials(initials, table.Text(name), ref at))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Michel/Michelle, Paul/Paule, Jean/Jeanne, Fabien/Fabienne: the longer is the shorter, its last letter perhaps doubled, and an E or A; or ends in A for E.</summary>
    private static bool IsFeminine(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (a.Length == b.Length)
        {
            return a[..^1].SequenceEqual(b[..^1]) && (a[^1], b[^1]) is ((byte)'A', (byte)'E') or ((byte)'E', (byte)'A');
        }

        return b[^1] is (byte)'E' or (byte)'A' && b.StartsWith(a)
            && (b.Length == a.Length + 1 || (b.Length == a.Length + 2 && b[a.Length] == a[^1]));
    }

    /// <summary>Jean Marie and Jean Claude are two names; Jean Marie Claude and Jean Claude may be one person's.</summary>
    private static bool ShareAnother(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        foreach (var left in a.Split((byte)' '))
        {
            foreach (var right in b.Split((byte)' '))
            {
                var x = a[left];
                var y = b[right];
                if (left.Start.Value > 0 && right.Start.Value > 0 && !Surnames.IsParticle(x)
                    && (x.StartsWith(y) || y.StartsWith(x) || (Math.Min(x.Length, y.Length) >= 4 && OneEdit.Apart(x, y))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> name)
    {
        var space = name.IndexOf((byte)' ');
        return space < 0 ? name : name[..space];
    }
}
