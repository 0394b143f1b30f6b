using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

/// <summary>A record that meets thousands asks for no more memory than one that meets nobody.</summary>
[Collection(Bounds.Name)]
public sealed class Candidates_cost_no_memory
{
    private const int Many = 4_000;

    [Fact]
    public void A_query_allocates_nothing_for_each_candidate()
    {
        using var index = BornTheSameDay();
        var alone = Asked(() => index.Query(Stranger("2001-05-17"), 5));
        var crowd = Asked(() => index.Query(Stranger("1970-03-14"), 5));
        Assert.True(crowd - alone < Many, $"{crowd - alone} bytes more for {Many} candidates");
    }

    [Fact]
    public void A_record_that_arrives_allocates_nothing_for_each_candidate()
    {
        using var index = BornTheSameDay();
        var alone = Asked(() => Arrive(index, Stranger("2001-05-17")));
        var crowd = Asked(() => Arrive(index, Stranger("1970-03-14")));
        Assert.True(crowd - alone < Many, $"{crowd - alone} bytes more for {Many} candidates");
    }

    private static void Arrive(MatchIndex index, MatchRecord record)
    {
        using var overlay = index.Begin();
        overlay.Put(Many, record);
        Assert.Empty(overlay.Resolve(CancellationToken.None).Added);
    }

    /// <summary>Bytes asked for the fifth time: lists kept between questions have grown by then.</summary>
    private static long Asked(Action action)
    {
        var asked = 0L;
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            asked = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return asked;
    }

    private static MatchRecord Stranger(string born) => People.Record("new", ("birthName", "Quatrebarbes"), ("givenNames", "Solange"), ("birthDate", born), ("phone", "0611223344"));

    private static MatchIndex BornTheSameDay()
    {
        var index = new MatchIndex(MatchModel.French, threads: 1);
        index.Load(Enumerable.Range(0, Many).Select(i => (i, People.Record($"{i:D5}", ("birthName", $"NOM{(char)('A' + (i % 26))}{(char)('A' + (i / 26 % 26))}K"), ("givenNames", "Ursule"), ("birthDate", "1970-03-14"), ("phone", $"07{i:D8}")))), [], []);
        return index;
    }
}
