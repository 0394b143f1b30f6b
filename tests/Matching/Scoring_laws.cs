using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

public sealed class Scoring_laws
{
    [Fact]
    public void Evidence_from_two_records_alone_equals_the_score_of_the_index_and_is_a_sum()
    {
        var crowd = People.Crowd(5, 120).Select(c => c.Record).ToList();
        var pairs = Linker.Link(MatchModel.French, crowd, pageSize: 13).Pairs;
        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair =>
        {
            var evidence = MatchModel.French.Explain(crowd[pair.A], crowd[pair.B]);
            Assert.Equal(pair.Weight, evidence.Weight);
            Assert.Equal(pair.Vetoed, evidence.Vetoes.Count > 0);
            Assert.Equal(evidence.Weight, evidence.Prior + evidence.Lines.Sum(l => l.Weight));
            Assert.Equal(MatchModel.French.LevelsOf(pair.Pattern), evidence.Lines.SkipLast(1).Select(l => l.Level));
        });
    }

    [Fact]
    public void Comparing_is_symmetric()
    {
        var crowd = People.Crowd(6, 60).Select(c => c.Record).ToList();
        foreach (var (a, b) in crowd.SelectMany(a => crowd.Select(b => (a, b))))
        {
            var there = MatchModel.French.Explain(a, b);
            var back = MatchModel.French.Explain(b, a);
            Assert.Equal(there.Weight, back.Weight);
            Assert.Equal(there.Lines, back.Lines);
            Assert.Equal(there.Vetoes, back.Vetoes);
        }
    }

    [Fact]
    public void A_side_that_says_nothing_is_silent_in_every_comparison()
    {
        var full = People.Crowd(7, 1)[0].Record;
        var evidence = MatchModel.French.Explain(full, People.Record("empty"));
        Assert.All(evidence.Lines.SkipLast(1), line => Assert.Equal(("silent", 0), (line.Level, line.Weight)));
    }

    [Fact]
    public void Junk_says_nothing()
    {
        var evidence = MatchModel.French.Explain(
            People.Record("a", ("birthName", "INCONNU"), ("givenNames", "snp"), ("birthDate", "1900-01-01"), ("phone", "+33 1 02 03 04 05")),
            People.Record("b", ("birthName", "inconnu"), ("givenNames", "SNP"), ("birthDate", "1900-01-01"), ("phone", "0102030405")));
        Assert.All(evidence.Lines.SkipLast(1), line => Assert.Equal("silent", line.Level));
    }

    [Fact]
    public void A_rare_name_says_more_than_a_frequent_one()
    {
        Assert.True(Weight("Quatrebarbes") > Weight("Martin"));

        static int Weight(string name) => MatchModel.French.Explain(People.Record("a", ("birthName", name)), People.Record("b", ("birthName", name))).Lines[0].Weight;
    }

    [Theory]
    [InlineData("1954-03-21", "1954-03-21", "exact")]
    [InlineData("1954-03-11", "1954-11-03", "day-month-swapped")]
    [InlineData("1954-01-01", "1954-07-09", "presumed")]
    [InlineData("1954", "1954-12-31", "presumed")]
    [InlineData("1954-03", "1954-03-21", "same-month")]
    [InlineData("1954-03-21", "1954-03-12", "one-digit")]
    [InlineData("1954-03-21", "1954-03-27", "one-digit")]
    [InlineData("1954-03-21", "1954-03-10", "same-month-year")]
    [InlineData("1954-03-21", "1961-03-21", "same-day-month")]
    [InlineData("1954-01-01", "1955-01-01", "one-year-apart")] // both are presumed: that the days agree says nothing
    [InlineData("1954-01-01", "1956-01-01", "different")]
    [InlineData("1954-12-31", "1984-12-31", "generation-apart")]
    [InlineData("1954-03-21", "1954-08-30", "same-year")]
    [InlineData("1954-03-21", "1955-08-30", "one-year-apart")]
    [InlineData("1954-03-21", "1960-08-30", "different")]
    [InlineData("1954-03-21", "1984-08-30", "generation-apart")]
    public void Dates_reach_their_level(string a, string b, string level) => Reaches("birthDate", a, b, level, 3);

    [Theory]
    [InlineData("de La Tour", "LATOUR", "variant")]
    [InlineData("Dupont-Martin", "MARTIN DUPONT", "variant")]
    [InlineData("Lefebvre", "LEFEVBRE", "near")]
    [InlineData("Dupont-Martin", "Dupont", "part")]
    [InlineData("Lefèvre", "LEFEVRE", "same")]
    [InlineData("Martin", "Nguyen", "different")]
    public void Surnames_reach_their_level(string a, string b, string level) => Reaches("birthName", a, b, level, 0);

    [Theory]
    [InlineData("Jean-Philippe", "Jean Philippe", "all-same")]
    [InlineData("Jean Philippe", "Jean", "first-token")]
    [InlineData("Jean-Marie", "Jean-Claude", "look-alike")]
    [InlineData("Jean-Marie Claude", "Jean-Claude", "first-token")]
    [InlineData("Maria de Fatima", "Maria de Lourdes", "look-alike")]
    [InlineData("Jean-Claude", "Jean-Claud", "near")]
    [InlineData("Jean-M.", "Jean-Marie", "prefix")]
    [InlineData("Léa", "Léo", "look-alike")]
    [InlineData("Aurélie", "Aurélien", "look-alike")]
    [InlineData("Michel", "Michelle", "feminine")]
    [InlineData("Sebastien", "Sebastuen", "near")]
    [InlineData("J.", "Jacques", "initial")]
    [InlineData("Alex", "Alexandre", "prefix")]
    public void Given_names_reach_their_level(string a, string b, string level) => Reaches("givenNames", a, b, level, 1);

    [Theory]
    [InlineData("jean.martin@a.fr", "jean.martin@b.fr", "alike")] // others of that name have one too
    [InlineData("jmartin@a.fr", "jmartin@b.fr", "alike")]
    [InlineData("jm.martin@a.fr", "jm.martin@b.fr", "same-local-part")] // Jean has no M
    [InlineData("martin-jean@a.fr", "martin-jean@b.fr", "alike")]
    [InlineData("jean.martin38@a.fr", "jean.martin38@b.fr", "same-local-part")]
    [InlineData("jean.durand@a.fr", "jean.durand@b.fr", "same-local-part")]
    [InlineData("petitloup@a.fr", "petitloup@b.fr", "same-local-part")]
    [InlineData("jean.martin@a.fr", "jean.martin@a.fr", "same")]
    public void A_mailbox_called_after_its_owner_says_little_elsewhere(string a, string b, string level)
    {
        MatchRecord Of(string key, string email, string name = "Martin") => People.Record(key, ("birthName", name), ("givenNames", "Jean"), ("email", email));
        string Level(MatchRecord left, MatchRecord right) => MatchModel.French.Explain(left, right).Lines.Single(l => l.Comparison == "email").Level;
        Assert.Equal(level, Level(Of("a", a), Of("b", b)));

        // Nobody else's mailbox is called by a name that its owner does not bear.
        Assert.Equal(level == "same" ? "same" : "same-local-part", Level(Of("a", a), Of("b", b, "Lefebvre")));
    }

    [Theory]
    [InlineData("75114", "75056", "same-city")]
    [InlineData("1004", "01004", "same")]
    [InlineData("78646", "92012", "same-departement")]
    [InlineData("69123", "2A004", "other-departement")]
    public void Birth_places_reach_their_level(string a, string b, string level) => Reaches("birthCommune", a, b, level, 4);

    [Fact]
    public void Swapped_and_regrouped_names_are_a_level_of_their_own()
    {
        Assert.Equal("swapped", Surname(("birthName", "Jean"), ("givenNames", "Dupont")));
        Assert.Equal("swapped", Surname(("usageName", "DUPONT JEAN"), ("givenNames", "PIERRE")));

        static string Surname(params (string, string)[] other) =>
            MatchModel.French.Explain(People.Record("a", ("birthName", "Dupont"), ("givenNames", "Jean")), People.Record("b", other)).Lines[0].Level;
    }

    private static void Reaches(string field, string a, string b, string level, int line) =>
        Assert.Equal(level, MatchModel.French.Explain(People.Record("a", (field, a)), People.Record("b", (field, b))).Lines[line].Level);
}
