using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Compares folded surnames: French particles, double names, typing errors, sound.</summary>
internal static class Surnames
{
    public static NameRelation Relate(Vocabulary vocabulary, int a, int b)
    {
        if (a == b)
        {
            return NameRelation.Same;
        }

        var table = vocabulary[Domain.Surname];
        return Relate(vocabulary, a, b, table.Facts(a), table.Facts(b));
    }

    /// <summary>How two distinct names of which this is known are related.</summary>
    public static NameRelation Relate(Vocabulary vocabulary, int a, int b, in ValueFacts x, in ValueFacts y)
    {
        if (AreStrangers(x, y))
        {
            return NameRelation.None;
        }

        if (vocabulary.Names.TryGet(a, b, out var known))
        {
            return (NameRelation)known;
        }

        var table = vocabulary[Domain.Surname];
        var relation = Compute(table.Text(a), table.Text(b), x.Code == y.Code);
        vocabulary.Names.Set(a, b, (byte)relation);
        return relation;
    }

    /// <summary>Whether two distinct names have nothing in common, told without their letters: true only where <see cref="Compute"/> says <see cref="NameRelation.None"/>.</summary>
    /// <remarks>Single words of four letters or more: no particle, no token, no "ST" to write out; then sound, a few edits, and one name the beginning of the other remain.</remarks>
    internal static bool AreStrangers(in ValueFacts a, in ValueFacts b)
    {
        var beginAlike = a.Head == b.Head;
        return (a.Code != b.Code) & AreLongWords(a, b) & !ValueFacts.MayBeWithin(a, b, beginAlike ? 2 : Edits(a, b)) & !(beginAlike & ValueFacts.OneMayHoldTheOther(a, b));
    }

    /// <summary>Whether two distinct texts that begin otherwise have nothing in common, sound aside.</summary>
    internal static bool HaveNothingInCommon(in ValueFacts a, in ValueFacts b) => AreLongWords(a, b) & (a.Head != b.Head) & !ValueFacts.MayBeWithin(a, b, Edits(a, b));

    private static bool AreLongWords(in ValueFacts a, in ValueFacts b) => !(a.HasSpace | b.HasSpace) & (Math.Min(a.Length, b.Length) >= 4);

    /// <summary>Edits that names which begin otherwise may be apart and near all the same. Below eight letters two edits ask for Jaro–Winkler 0.94,
    /// which a letter that nothing matches, or two more on one side, leaves out of reach.</summary>
    private static int Edits(in ValueFacts a, in ValueFacts b) => Math.Min(a.Length, b.Length) >= 8 ? 2 : 1;

    internal static NameRelation Compute(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, bool soundsAlike)
    {
        Span<byte> coreA = stackalloc byte[Fold.MaxLength];
        Span<byte> coreB = stackalloc byte[Fold.MaxLength];
        coreA = coreA[..Core(a, coreA)];
        coreB = coreB[..Core(b, coreB)];
        if (coreA.SequenceEqual(coreB) || SameTokens(coreA, coreB) || SameButParticles(a, b))
        {
            return NameRelation.Variant;
        }

        if (IsNear(coreA, coreB))
        {
            return NameRelation.Near;
        }

        return soundsAlike ? NameRelation.SoundsAlike : HasPart(coreA, coreB) ? NameRelation.Part : NameRelation.None;
    }

    /// <summary>One edit from four letters on, two from eight on; or Jaro–Winkler 0.94 and two edits.</summary>
    internal static bool IsNear(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        if (shorter < 3 || Math.Abs(a.Length - b.Length) > 2)
        {
            return false;
        }

        var distance = Damerau.Distance(a, b, 2);
        return distance <= (shorter >= 8 ? 2 : 1) || (distance == 2 && shorter >= 5 && JaroWinkler.Similarity(a, b) >= 940);
    }

    /// <summary>The name without particles; the whole name where nothing else is left.</summary>
    private static int Core(ReadOnlySpan<byte> name, Span<byte> target)
    {
        var length = 0;
        foreach (var range in name.Split((byte)' '))
        {
            var token = name[range];
            if (IsParticle(token))
            {
                continue;
            }

            if (length > 0)
            {
                target[length++] = (byte)' ';
            }

            var written = token.SequenceEqual("ST"u8) ? "SAINT"u8 : token.SequenceEqual("STE"u8) ? "SAINTE"u8 : token;
            if (length + written.Length >= target.Length)
            {
                break;
            }

            written.CopyTo(target[length..]);
            length += written.Length;
        }

        if (length == 0)
        {
            name.CopyTo(target);
            return name.Length;
        }

        return length;
    }

    internal static bool IsParticle(ReadOnlySpan<byte> token) => token.Length <= 3 &&
        (token.SequenceEqual("DE"u8) || token.SequenceEqual("DU"u8) || token.SequenceEqual("LA"u8) || token.SequenceEqual("LE"u8)
        || token.SequenceEqual("DES"u8) || token.SequenceEqual("D"u8) || token.SequenceEqual("L"u8) || token.SequenceEqual("EL"u8)
        || token.SequenceEqual("AL"u8) || token.SequenceEqual("BEN"u8) || token.SequenceEqual("AIT"u8) || token.SequenceEqual("DOS"u8)
        || token.SequenceEqual("DA"u8) || token.SequenceEqual("DEL"u8) || token.SequenceEqual("VAN"u8) || token.SequenceEqual("VON"u8));

    /// <summary>"de La Tour", "Delatour", "Latour", "Tour": the same letters once leading particles are dropped from either.</summary>
    private static bool SameButParticles(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        for (var x = a; x.Length > 0; x = WithoutParticle(x))
        {
            for (var y = b; y.Length > 0; y = WithoutParticle(y))
            {
                if (SameLetters(x, y))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ReadOnlySpan<byte> WithoutParticle(ReadOnlySpan<byte> name)
    {
        var space = name.IndexOf((byte)' ');
        return space > 0 && IsParticle(name[..space]) ? name[(space + 1)..] : [];
    }

    private static bool SameLetters(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && a[i] == ' ')
            {
                i++;
            }

            while (j < b.Length && b[j] == ' ')
            {
                j++;
            }

            if (i == a.Length || j == b.Length)
            {
                return i == a.Length && j == b.Length;
            }

            if (a[i++] != b[j++])
            {
                return false;
            }
        }
    }

    private static bool SameTokens(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        a.Length == b.Length && a.Contains((byte)' ') && AllIn(a, b) && AllIn(b, a);

    private static bool AllIn(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        foreach (var range in a.Split((byte)' '))
        {
            if (!HasToken(b, a[range]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasToken(ReadOnlySpan<byte> name, ReadOnlySpan<byte> token)
    {
        foreach (var range in name.Split((byte)' '))
        {
            if (name[range].SequenceEqual(token))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A shared token of a double name (typing errors forgiven), or one name the beginning of the other (five letters or more).</summary>
    private static bool HasPart(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (Math.Min(a.Length, b.Length) >= 5 && (a.StartsWith(b) || b.StartsWith(a)))
        {
            return true;
        }

        if (!a.Contains((byte)' ') && !b.Contains((byte)' '))
        {
            return false;
        }

        foreach (var left in a.Split((byte)' '))
        {
            foreach (var right in b.Split((byte)' '))
            {
                var x = a[left];
                var y = b[right];
                if (x.Length >= 3 && (x.SequenceEqual(y) || (x.Length >= 5 && y.Length >= 5 && OneEdit.Apart(x, y))))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
