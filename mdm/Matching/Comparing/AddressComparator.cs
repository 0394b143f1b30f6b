using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Addresses as one piece of evidence, so that street, post code and city do not count three times.</summary>
/// <remarks>A BAN id that both give settles it: a house's is the same address, a street's the same street. Ids of other streets say nothing, for a
/// street may have had several: then the letters decide, as they do where an id is missing.</remarks>
internal sealed class AddressComparator : Comparator
{
    public const int Same = 0, Near = 1, SameStreet = 2, SameLocality = 3, Elsewhere = 4;

    public override string Name => "address";

    public override IReadOnlyList<string> Levels => ["same", "near", "same-street", "same-locality", "elsewhere"];

    public override uint Reads => Row.Bits(Field.Street, Field.BanId);

    public override bool Foresees => true;

    public override int BestOf(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => Row.Share(a, b, Field.HouseNumber) || Row.Share(a, b, Field.BanId) ? Same : SameStreet;

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        var known = SharedIds(pair);
        if (known == Same)
        {
            return Same;
        }

        var locality = Localities(pair);
        var street = Streets(pair);
        var sameHouse = street <= 1 && Row.Share(pair.A, pair.B, Field.HouseNumber);
        var level = Math.Min(known, (street, locality) switch
        {
            (0, 0) or (0, Silent) when sameHouse => Same,
            (0, 0) => SameStreet,
            (0, Silent) => SameStreet,
            (0, 1) when sameHouse => Near,
            (1, 0) or (1, Silent) when sameHouse => Near,
            (_, 0) => SameLocality,
            (Silent, Silent) => Silent,
            _ => Elsewhere,
        });
        term = level == SameLocality ? Rarity(pair) : 0;
        return level;
    }

    /// <summary>What shared ids of the address base say: the same address, the same street, silent.</summary>
    private static int SharedIds(in Pair pair)
    {
        var best = Silent;
        var table = pair.Vocabulary[Domain.BanId];
        foreach (var x in Row.Get(pair.A, Field.BanId))
        {
            ref readonly var left = ref table.Facts(x);
            foreach (var y in Row.Get(pair.B, Field.BanId))
            {
                best = x == y && left.HasSpace ? Same : left.Code == table.Facts(y).Code ? Math.Min(best, SameStreet) : best;
            }
        }

        return best;
    }

    /// <summary>0 same, 1 other, silent: a code or a city is the same, or the cities are but for typing errors.</summary>
    private static int Localities(in Pair pair)
    {
        var both = Row.PresenceOf(pair.A) & Row.PresenceOf(pair.B) & Row.Bits(Field.PostCode, Field.CommuneCode);
        for (var f = Field.PostCode; f <= Field.CommuneCode; f++)
        {
            if ((both >> (int)f & 1) != 0 && Row.Share(pair.A, pair.B, f))
            {
                return 0;
            }
        }

        return both == 0 ? Silent : AreCitiesNear(pair) ? 0 : 1;
    }

    private static bool AreCitiesNear(in Pair pair)
    {
        foreach (var x in Row.Get(pair.A, Field.City))
        {
            foreach (var y in Row.Get(pair.B, Field.City))
            {
                if (AreNear(pair.Vocabulary[Domain.City], x, y))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AreNear(ValueTable cities, int x, int y) =>
        ValueFacts.MayBeWithin(cities.Facts(x), cities.Facts(y), 2) && Surnames.IsNear(cities.Text(x), cities.Text(y));

    /// <summary>Frequency adjustment of the rarest locality that both name.</summary>
    private static int Rarity(in Pair pair)
    {
        var rarity = 0;
        for (var f = Field.PostCode; f <= Field.CommuneCode; f++)
        {
            var table = pair.Vocabulary[Fields.DomainOf(f)];
            foreach (var x in Row.Get(pair.A, f))
            {
                foreach (var y in Row.Get(pair.B, f))
                {
                    rarity = x == y || (f == Field.City && AreNear(table, x, y)) ? Math.Max(rarity, Math.Min(table.Term(x), table.Term(y))) : rarity;
                }
            }
        }

        return rarity;
    }

    /// <summary>0 same, 1 alike, 2 other, silent.</summary>
    private static int Streets(in Pair pair)
    {
        var best = Silent;
        foreach (var x in Row.Get(pair.A, Field.Street))
        {
            foreach (var y in Row.Get(pair.B, Field.Street))
            {
                best = Math.Min(best, Relate(pair.Vocabulary, x, y));
            }
        }

        return best;
    }

    private static int Relate(Vocabulary vocabulary, int x, int y)
    {
        if (x == y)
        {
            return 0;
        }

        ref readonly var left = ref vocabulary[Domain.Street].Facts(x);
        ref readonly var right = ref vocabulary[Domain.Street].Facts(y);
        if ((left.Word != right.Word) & !ValueFacts.CountedMayBeWithin(left, right, 2) & !JaroWinkler.CountedMayReach(930, left, right))
        {
            return 2;
        }

        if (vocabulary.Streets.TryGet(x, y, out var known))
        {
            return known;
        }

        var a = vocabulary[Domain.Street].Text(x);
        var b = vocabulary[Domain.Street].Text(y);
        var relation = Surnames.IsNear(a, b) ? 0
            : Math.Min(Last(a).Length, Last(b).Length) >= 4 && (Last(a).SequenceEqual(Last(b)) || JaroWinkler.Similarity(a, b) >= 930) ? 1 : 2;
        vocabulary.Streets.Set(x, y, (byte)relation);
        return relation;
    }

    private static ReadOnlySpan<byte> Last(ReadOnlySpan<byte> street) => street[(street.LastIndexOf((byte)' ') + 1)..];
}
