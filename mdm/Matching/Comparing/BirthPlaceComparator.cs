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
                var level = x == y ? Same : Communes(places, x, y);
                Keep(level, level <= SameCity ? Math.Min(places.Term(x), places.Term(y)) : 0, ref best, ref term);
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

        var best = OtherCountry;
        foreach (var x in a)
        {
            // France is what most share and says nothing.
            best = !b.Contains(x) ? best : !places.Text(x).SequenceEqual("99100"u8) ? SameCountry : best == OtherCountry ? Silent : best;
        }

        return best;
    }

    private static int Communes(ValueTable places, int x, int y)
    {
        var (a, b) = (places.Facts(x).Code, places.Facts(y).Code);
        if (a == 0 || b == 0)
        {
            // Two labels are typed by hand; a label and a code cannot be told apart without a gazetteer.
            return a != b ? Silent : AreAlike(places.Text(x), places.Text(y)) ? SameCity : OtherDepartement;
        }

        return PlaceCodes.AreOneCity(a, b) ? SameCity
            : PlaceCodes.AreAlgeria(a, b) ? SameCountry
            : PlaceCodes.ShareDepartement(a, b) ? SameDepartement
            : PlaceCodes.IsOneAbroad(a, b) ? OtherCountry : OtherDepartement;
    }

    private static bool AreAlike(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => Surnames.IsNear(a, b) || a.StartsWith(b) || b.StartsWith(a);
}
