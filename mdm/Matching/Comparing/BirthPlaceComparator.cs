using IntegrationHub.Mdm.Matching.Places;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Comparing;

/// <summary>Birth place by COG code: commune, arrondissement of one city or a commune's code before and after a merger, département, country.</summary>
internal sealed class BirthPlaceComparator : Comparator
{
    public const int Same = 0, SameCity = 1, SameCountry = 2, SameDepartement = 3, OtherDepartement = 4, OtherCountry = 5;

    public override string Name => "birthPlace";

    public override IReadOnlyList<string> Levels => ["same", "same-city", "same-country", "same-departement", "other-departement", "other-country"];

    public override uint Reads => Row.Bits(Field.BirthCommune, Field.BirthCountry);

    public override int Compare(ref Pair pair, out int term)
    {
        term = 0;
        var places = pair.Vocabulary[Domain.Place];
        var best = Silent;
        foreach (var x in Row.Get(pair.A, Field.BirthCommune))
        {
            foreach (var y in Row.Get(pair.B, Field.BirthCommune))
            {
                var level = x == y ? Same : Communes(places.Text(x), places.Text(y));
                if (level < best)
                {
                    (best, term) = (level, level <= SameCity ? Math.Min(places.Term(x), places.Term(y)) : 0);
                }
            }
        }

        return best == Silent ? Countries(pair, places) : best;
    }

    private static int Countries(in Pair pair, ValueTable places)
    {
        var a = Row.Get(pair.A, Field.BirthCountry);
        var b = Row.Get(pair.B, Field.BirthCountry);
        if (a.Length == 0 || b.Length == 0)
        {
            return Silent;
        }

        return !a.ContainsAny(b) ? OtherCountry : places.Text(a[0]).SequenceEqual("99100"u8) ? Silent : SameCountry;
    }

    private static int Communes(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        if (!IsCode(a) || !IsCode(b))
        {
            // Two labels are typed by hand; a label and a code cannot be told apart without a gazetteer.
            return !IsCode(a) && !IsCode(b) ? Surnames.IsNear(a, b) || a.StartsWith(b) || b.StartsWith(a) ? SameCity : OtherDepartement : Silent;
        }

        if ((City(a) is var city && city != 0 && city == City(b)) || FormerCommunes.AreOne(a, b))
        {
            return SameCity;
        }

        if (IsAlgeria(a) && IsAlgeria(b) && (a.StartsWith("99"u8) || b.StartsWith("99"u8)))
        {
            return SameCountry;
        }

        return a[..2].SequenceEqual(b[..2]) || FormerSeine(a, b) ? SameDepartement : a[..2].SequenceEqual("99"u8) || b[..2].SequenceEqual("99"u8) ? OtherCountry : OtherDepartement;
    }

    private static bool IsCode(ReadOnlySpan<byte> place) =>
        place.Length == 5 && place[0] is >= (byte)'0' and <= (byte)'9' && place[2..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    /// <summary>Paris 75056 and 751xx, Lyon 69123 and 6938x, Marseille 13055 and 132xx.</summary>
    private static int City(ReadOnlySpan<byte> code) =>
        code.StartsWith("751"u8) || code.SequenceEqual("75056"u8) ? 75
        : code.StartsWith("6938"u8) || code.SequenceEqual("69123"u8) ? 69
        : code.StartsWith("132"u8) || code.SequenceEqual("13055"u8) ? 13 : 0;

    /// <summary>The country, or one of its départements until 1962: which of them, the country's code does not say.</summary>
    private static bool IsAlgeria(ReadOnlySpan<byte> code) => code.EndsWith("352"u8) && code[0] == '9' && code[1] is (>= (byte)'1' and <= (byte)'4') or (byte)'9';

    /// <summary>Before 1968 the Seine (75) and Seine-et-Oise (78) held what became 91 to 95.</summary>
    private static bool FormerSeine(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) =>
        (IsOld(a) && IsNew(b)) || (IsOld(b) && IsNew(a));

    private static bool IsOld(ReadOnlySpan<byte> code) => code.StartsWith("75"u8) || code.StartsWith("78"u8);

    private static bool IsNew(ReadOnlySpan<byte> code) => code[0] == '9' && code[1] is >= (byte)'1' and <= (byte)'5';
}
