using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>Mistakes of whoever calls the library are told, and change nothing.</summary>
public sealed class What_callers_get_wrong
{
    private static readonly MatchRecord Jean = People.Record("a", ("birthName", "Martin"), ("givenNames", "Jean"), ("birthDate", "1970-05-05"));
    private static readonly MatchRecord Other = People.Record("b", ("birthName", "Petit"), ("givenNames", "Anne"), ("birthDate", "1980-05-05"));
    private static readonly MatchRecord Narrow = new(new MatchKey("civil", "n", ""), [[], []]);

    [Fact]
    public void One_part_loaded_twice_is_refused()
    {
        using var index = new MatchIndex(MatchModel.French);
        var error = Assert.Throws<InvalidOperationException>(() => index.Load([(5, Jean), (5, Other)], [], []));
        Assert.Contains("5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_is_not_loaded_under_an_open_overlay()
    {
        using var index = new MatchIndex(MatchModel.French);
        using var overlay = index.Begin();
        overlay.Put(5, Jean);
        overlay.Resolve(CancellationToken.None);
        Assert.Throws<InvalidOperationException>(() => index.Load([(5, Jean)], [], []));
        overlay.Fold();
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void Nothing_is_not_put_in_a_records_place()
    {
        using var index = new MatchIndex(MatchModel.French);
        using var overlay = index.Begin();
        Assert.Throws<ArgumentNullException>(() => overlay.Put(5, null!));
        Assert.Throws<ArgumentNullException>(() => overlay.Decide(null!));
    }

    [Fact]
    public void A_record_of_other_fields_is_told_as_such_wherever_it_comes_in()
    {
        Assert.Throws<ArgumentException>(() => InternedRecords.Of(MatchModel.French, [Narrow]));
        Assert.Throws<ArgumentException>(() => MatchModel.French.ActivateOn([Narrow]));
        Assert.Throws<ArgumentException>(() => Linker.Link(MatchModel.French, [.. People.Crowd(1, 200).Select(p => p.Record), Narrow], pageSize: 500));
    }

    [Fact]
    public void A_field_that_is_no_list_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Linker.Link(MatchModel.French, [Jean, Jean with { Values = [.. Jean.Values[..^1], null!] }]));
        Assert.Contains("Identifier", error.Message, StringComparison.Ordinal);
        var torn = Assert.Throws<ArgumentException>(() => Linker.Link(MatchModel.French, [Jean, Jean with { Values = [.. Jean.Values[..^1], ["a", null!]] }]));
        Assert.Contains("holds a null value", torn.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Interned_records_are_linked_by_one_at_a_time_and_serve_again_after_a_link_that_failed()
    {
        var records = InternedRecords.Of(MatchModel.French, People.Crowd(1, 300).Select(p => p.Record));
        var told = new Asked(() => Assert.Throws<InvalidOperationException>(() => Linker.Link(MatchModel.French, records)));
        Linker.Link(MatchModel.French, records, progress: told);
        Assert.True(told.Was);
        Assert.Throws<OperationCanceledException>(() => Linker.Link(MatchModel.French, records, cancellationToken: new CancellationToken(canceled: true)));
        Assert.NotEmpty(Linker.Link(MatchModel.French, records).Clusters);
    }

    [Fact]
    public void Interned_records_obey_decisions_like_any_others()
    {
        var records = People.Crowd(3, 200).Select(p => p.Record).ToList();
        var pair = Linker.Link(MatchModel.French, records).Clusters.First(c => c.Length == 2);
        PairDecision[] apart = [new(1, records[pair[0]].Key, records[pair[1]].Key, Same: false)];
        var linked = Linker.Link(MatchModel.French, InternedRecords.Of(MatchModel.French, records), apart);
        Assert.DoesNotContain(linked.Clusters, c => c.Contains(pair[0]) && c.Contains(pair[1]));
        Assert.Equal(Linker.Link(MatchModel.French, records, apart).Clusters, linked.Clusters);
    }

    [Theory]
    [InlineData("!fc:1234567")]
    [InlineData(" !fc:1234567")]
    public void An_identifier_is_verified_whatever_blank_stands_before_its_mark(string identifier)
    {
        MatchRecord Of(string key, string value) => People.Record(key, ("birthName", "Martin"), ("givenNames", "Jean"), ("birthDate", "1970-05-05"), ("identifier", value));
        Assert.Contains("verified-identifiers", MatchModel.French.Explain(Of("a", identifier), Of("b", "!fc:7654321")).Vetoes);
    }

    private sealed class Asked(Action inside) : IProgress<int>
    {
        public bool Was { get; private set; }

        public void Report(int value)
        {
            if (!Was)
            {
                inside();
            }

            Was = true;
        }
    }

    [Fact]
    public void An_index_whose_loading_failed_answers_nothing()
    {
        using var index = new MatchIndex(MatchModel.French);
        Assert.Throws<InvalidOperationException>(() => index.Load([(1, Jean), (2, Other)], [new ScoredPair(1, 9, 5, 0, Vetoed: false)], []));
        Assert.Throws<InvalidOperationException>(() => index.Query(Jean, 5));
        Assert.Throws<InvalidOperationException>(index.Begin);
        Assert.Throws<InvalidOperationException>(() => index.Load([(1, Jean)], [], []));
    }
}
