using System.Globalization;
using System.Text;
using IntegrationHub.Mdm.Matching.Text;

namespace IntegrationHub.Tests.Matching;

/// <summary>The fast forms against the textbook ones, on many random pairs of near and far texts.</summary>
public sealed class Similarities_equal_their_plain_definitions
{
    [Fact]
    public void Damerau_equals_the_matrix() => ForPairs((a, b) => Assert.Equal(Matrix(a, b), Damerau.Distance(Bytes(a), Bytes(b))));

    [Fact]
    public void A_distance_that_is_given_up_is_beyond_its_bound_and_every_other_is_told() => ForPairs((a, b) =>
    {
        var distance = Matrix(a, b);
        Assert.All(Enumerable.Range(0, 7), most =>
            Assert.True(Damerau.Distance(Bytes(a), Bytes(b), most) is var told && (distance > most ? told > most : told == distance), $"{a} {b} {most}"));
    });

    [Fact]
    public void Packed_numbers_are_one_edit_apart_where_their_digits_are()
    {
        var random = new Random(7);
        var apart = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var a = random.NextInt64(1, 1_000_000).ToString(CultureInfo.InvariantCulture);
            var b = Edited(random, a);
            if (a != b)
            {
                var expected = OneEdit.Apart(Bytes(a), Bytes(b));
                Assert.True(expected == PackedDigits.OneEditApart(PackedDigits.Of(Bytes(a)), a.Length, PackedDigits.Of(Bytes(b)), b.Length), $"{a} {b}");
                apart += expected ? 1 : 0;
            }
        }

        Assert.InRange(apart, 5_000, 15_000);
    }

    [Theory]
    [InlineData("0612345678", true)]
    [InlineData("0000000000", true)]
    [InlineData("1234567890123456", true)]
    [InlineData("12345678901234567", false)]
    [InlineData("+33612345678", false)]
    public void A_number_is_packed_when_it_is_digits_that_fit(string number, bool packed) => Assert.Equal(packed, PackedDigits.Of(Bytes(number)) != 0);

    [Fact]
    public void One_edit_equals_the_matrix() => ForPairs((a, b) => Assert.Equal(Matrix(a, b) == 1, OneEdit.Apart(Bytes(a), Bytes(b))));

    [Fact]
    public void Jaro_Winkler_equals_its_definition() => ForPairs((a, b) => Assert.Equal(Winkler(a, b), JaroWinkler.Similarity(Bytes(a), Bytes(b))));

    [Theory]
    [InlineData("MARTHA", "MARHTA", 961)]
    [InlineData("DWAYNE", "DUANE", 840)]
    [InlineData("DIXON", "DICKSONX", 813)]
    public void Jaro_Winkler_gives_the_published_values(string a, string b, int expected) => Assert.Equal(expected, JaroWinkler.Similarity(Bytes(a), Bytes(b)));

    [Theory]
    [InlineData("PHILIPPE", "FILIP")]
    [InlineData("LEFEBVRE", "LEFEBVRES")]
    [InlineData("MATHIEU", "MATTHIEU")]
    [InlineData("QUENOT", "KENOT")]
    public void Names_that_sound_alike_in_French_share_a_code(string a, string b) => Assert.Equal(Sound(a), Sound(b));

    [Theory]
    [InlineData("MARTIN", "MERLIN")]
    [InlineData("DUPONT", "DUPIN")]
    public void Names_that_sound_otherwise_do_not(string a, string b) => Assert.NotEqual(Sound(a), Sound(b));

    [Theory]
    [InlineData("  Lœtitia-Anne  d'Éon ", "LOETITIA ANNE D EON")]
    [InlineData("Nguyễn", "NGUYEN")]
    [InlineData("Weiß\0\t2", "WEISS 2")]
    [InlineData("’–.", "")]
    public void Folding_keeps_letters_and_digits_only(string raw, string folded)
    {
        var target = new byte[Fold.MaxLength];
        Assert.Equal(folded, Encoding.UTF8.GetString(target, 0, Fold.Write(raw, target)));
    }

    [Fact]
    public void A_letter_folds_as_its_decomposition_does()
    {
        var (whole, parts) = (new byte[Fold.MaxLength], new byte[Fold.MaxLength]);
        for (var letter = '\u00c0'; letter <= '\u017f'; letter++)
        {
            var decomposed = letter.ToString().Normalize(NormalizationForm.FormKD);
            if (char.IsAsciiLetter(decomposed[0]) && decomposed.Skip(1).All(mark => char.GetUnicodeCategory(mark) == UnicodeCategory.NonSpacingMark))
            {
                Assert.Equal(
                    Encoding.UTF8.GetString(parts, 0, Fold.Write($"a {decomposed}b", parts)),
                    Encoding.UTF8.GetString(whole, 0, Fold.Write($"a {letter}b", whole)));
            }
        }
    }

    [Fact]
    public void A_field_of_a_million_characters_is_cut()
    {
        var target = new byte[Fold.MaxLength];
        Assert.Equal(Fold.MaxLength, Fold.Write(new string('é', 1_000_000), target));
    }

    private static void ForPairs(Action<string, string> check)
    {
        foreach (var (a, b) in RandomTexts.Words())
        {
            check(a, b);
        }

        check(new string('A', 64), new string('A', 63) + "B");
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);

    private static string Sound(string name)
    {
        var target = new byte[64];
        return Encoding.ASCII.GetString(target, 0, FrenchSound.Write(Bytes(name), target));
    }

    private static int Matrix(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }

    private static int Winkler(string a, string b)
    {
        if (a.Length > b.Length || (a.Length == b.Length && string.CompareOrdinal(a, b) > 0))
        {
            (a, b) = (b, a);
        }

        var window = Math.Max(b.Length / 2 - 1, 0);
        var taken = new bool[b.Length];
        var left = new List<char>();
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j <= Math.Min(b.Length - 1, i + window); j++)
            {
                if (!taken[j] && a[i] == b[j])
                {
                    taken[j] = true;
                    left.Add(a[i]);
                    break;
                }
            }
        }

        if (left.Count == 0)
        {
            return 0;
        }

        var right = b.Where((_, j) => taken[j]).ToList();
        double m = left.Count, t = left.Zip(right).Count(p => p.First != p.Second) / 2;
        var jaro = (m / a.Length + m / b.Length + (m - t) / m) / 3;
        var prefix = a.Zip(b).Take(4).TakeWhile(p => p.First == p.Second).Count();
        return (int)Math.Round(1000 * (jaro + prefix * 0.1 * (1 - jaro)), MidpointRounding.AwayFromZero);
    }

    /// <summary>Up to two digits typed otherwise, left out, put in or swapped.</summary>
    private static string Edited(Random random, string number)
    {
        for (var edits = random.Next(1, 3); edits > 0; edits--)
        {
            var at = random.Next(number.Length);
            var digit = (char)('0' + random.Next(10));
            number = random.Next(4) switch
            {
                0 when number.Length > 1 => number.Remove(at, 1),
                1 => number.Insert(at, digit.ToString()),
                2 when at > 0 => $"{number[..(at - 1)]}{number[at]}{number[at - 1]}{number[(at + 1)..]}",
                _ => $"{number[..at]}{digit}{number[(at + 1)..]}",
            };
        }

        return number;
    }
}
