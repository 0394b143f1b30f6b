using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Comparing;
using IntegrationHub.Mdm.Matching.Text;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Tests.Matching;

/// <summary>A pair scores the same whichever of its records is the first: in bulk that is the later of the two, in a page the one that arrives.</summary>
public sealed class Whoever_is_looked_at_first
{
    private static readonly RowWriter Writer = new(Enum.GetValues<Field>(), new Dictionary<Field, HashSet<ulong>>());

    [Fact]
    public void Every_comparison_says_the_same_of_a_pair_and_of_the_pair_turned_round()
    {
        var random = new Random(20261123);
        var terms = Terms(random);
        var blank = new Vocabulary(terms);
        var spoken = new int[Comparators.All.Count];
        for (var pairs = 0; pairs < 15_000; pairs++)
        {
            var (a, b) = (Person(random), Person(random));
            var there = Levels(blank, terms, a, b);
            var back = Levels(blank, terms, b, a);
            for (var c = 0; c < there.Length; c++)
            {
                Assert.True(there[c] == back[c], $"{Comparators.All[c].Name}: {there[c]}, turned round {back[c]}: {Said(a)} | {Said(b)}");
                spoken[c] += there[c].Level is > 0 and < Comparator.Silent ? 1 : 0;
            }
        }

        Assert.All(spoken, count => Assert.True(count > 100));
    }

    [Fact]
    public void Names_that_are_cut_at_another_place_in_both_weigh_the_same_both_ways()
    {
        var vocabulary = MatchModel.French.NewVocabulary();
        var a = MatchModel.French.Rows.Write(People.Record("a", ("birthName", "Martin Goulven"), ("usageName", "Kervella"), ("givenNames", "Albert")), vocabulary);
        var b = MatchModel.French.Rows.Write(People.Record("b", ("birthName", "Kervella Albert"), ("usageName", "Martin"), ("givenNames", "Goulven")), vocabulary);

        Assert.True(NameRegrouping.Holds(new Pair(a, b, vocabulary), out var there));
        Assert.True(NameRegrouping.Holds(new Pair(b, a, vocabulary), out var back));
        Assert.Equal(there, back);
    }

    /// <summary>In a layer of its own, so that nothing is remembered of the pair the other way round.</summary>
    private static (int Level, int Term)[] Levels(Vocabulary blank, TermWeights[] terms, MatchRecord first, MatchRecord second)
    {
        var vocabulary = new Vocabulary(terms, blank);
        var a = Writer.Write(first, vocabulary);
        var b = Writer.Write(second, vocabulary);
        var pair = new Pair(a, b, vocabulary);
        var levels = new (int, int)[Comparators.All.Count];
        for (var c = 0; c < levels.Length; c++)
        {
            levels[c] = (Comparators.All[c].Compare(ref pair, out var term), term);
        }

        return levels;
    }

    /// <summary>A frequency of its own for nearly every value, so that no two could be taken for each other.</summary>
    private static TermWeights[] Terms(Random random)
    {
        var vocabulary = new Vocabulary([.. Enumerable.Repeat(TermWeights.None, Fields.DomainCount)]);
        for (var i = 0; i < 2_000; i++)
        {
            Writer.Write(Person(random), vocabulary);
        }

        return [.. Enumerable.Range(0, Fields.DomainCount).Select(d =>
        {
            var table = vocabulary[(Domain)d];
            return new TermWeights([.. Enumerable.Range(0, table.Count).Select(i => KeyValuePair.Create(Hash.Of(table.Text(i)), random.NextDouble()))], 0.1, 0.01, 0.0001, [.. Enumerable.Range(0, table.Count).Where(i => i % 3 == 0).Select(i => Hash.Of(table.Text(i)))]);
        })];
    }

    /// <summary>Up to three values of every field, few enough that people share some, in any order.</summary>
    private static MatchRecord Person(Random random) =>
        new(new MatchKey("civil", "k", ""), [.. Enum.GetValues<Field>().Select(f => (IReadOnlyList<string>)[.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, f))])]);

    private static string Value(Random random, Field field) => field switch
    {
        Field.Sex => random.Next(2) == 0 ? "M" : "F",
        Field.BirthDate or Field.Date1 => $"{1950 + random.Next(3)}" + (random.Next(5) == 0 ? "" : $"-{random.Next(1, 13):D2}-{random.Next(1, 13):D2}"),
        Field.BirthCommune or Field.CommuneCode => Any(random, "75056", "75101", "38185", "38053", "2A004", "99352", "91352", "Grenoble", "Grenobles"),
        Field.BirthCountry => Any(random, "99100", "99109", "99352"),
        Field.Email => $"{Text(random, 1, 6)}@{Any(random, "a.fr", "b.fr")}",
        Field.Phone => $"06{random.Next(10):D4}{random.Next(10):D4}",
        Field.HouseNumber => $"{random.Next(1, 4)}",
        Field.PostCode => $"3800{random.Next(3)}",
        Field.BanId => $"38185_000{random.Next(2)}" + Any(random, "", "_00001", "_00002"),
        Field.Identifier => $"{Any(random, "", "!")}nir:{1000000 + random.Next(30)}",
        Field.Number1 or Field.Number2 => $"{random.Next(90, 130)}",
        Field.Code1 or Field.Code2 => Any(random, "a", "b", "c", "d", "e"),
        _ => string.Join(' ', Enumerable.Range(0, random.Next(1, 3)).Select(_ => Text(random, 1, 9))),
    };

    private static string Any(Random random, params string[] values) => values[random.Next(values.Length)];

    /// <summary>One of few words, cut short, lengthened or misspelt.</summary>
    private static string Text(Random random, int least, int most)
    {
        var word = Any(random, "MARTINE", "MARTIN", "DUPONTEL", "JEANNE", "VICTOR", "ST", "DE")[..];
        word = word[..Math.Clamp(random.Next(least, most + 4), 1, word.Length)];
        return random.Next(4) == 0 ? People.Damage(random, word) is { Length: > 0 } damaged ? damaged : word : word;
    }

    private static string Said(MatchRecord record) => string.Join("; ", record.Values.Select((said, f) => $"{Fields.Names[f]} {string.Join(", ", said)}"));
}
