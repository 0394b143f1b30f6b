using IntegrationHub.Mdm.Matching;

namespace IntegrationHub.Tests.Matching;

public sealed class Index_and_overlay
{
    private static readonly List<MatchRecord> Crowd = [.. People.Crowd(3, 200).Select(c => c.Record)];

    [Fact]
    public void A_dropped_overlay_leaves_the_base_as_it_was()
    {
        using var index = Filled(150);
        var before = Answers(index);
        using (var overlay = index.Begin())
        {
            for (var i = 100; i < 200; i++)
            {
                overlay.Put(i, Crowd[i]);
            }

            overlay.Remove(3);
            overlay.Decide(new PairDecision(1, Crowd[0].Key, Crowd[1].Key, true));
            overlay.Resolve(CancellationToken.None);
        }

        Assert.Equal(150, index.Count);
        Assert.Equal(before, Answers(index));
    }

    [Fact]
    public void A_loaded_index_goes_on_as_the_one_it_was_stored_from()
    {
        var partition = new Partition();
        using var first = Filled(150, partition);
        using var second = new MatchIndex(MatchModel.French);
        second.Load(Crowd.Take(150).Select((r, i) => (i, r)), partition.Pairs, []);
        Assert.Equal(Answers(first), Answers(second));
        var (a, b) = (Next(first), Next(second));
        Assert.Equal(a.Added, b.Added);
        Assert.Equal(a.Removed, b.Removed);
        Assert.Equal(a.Components.Select(c => string.Join('|', c.Clusters.Select(x => string.Join(' ', x)))), b.Components.Select(c => string.Join('|', c.Clusters.Select(x => string.Join(' ', x)))));

        static Resolution Next(MatchIndex index)
        {
            using var overlay = index.Begin();
            for (var i = 140; i < 200; i++)
            {
                overlay.Put(i, Crowd[i]);
            }

            return overlay.Resolve(CancellationToken.None);
        }
    }

    [Fact]
    public void A_query_scores_as_the_writer_will_and_the_best_comes_first()
    {
        using var index = Filled(150);
        var answers = index.Query(Crowd[160], 5);
        Assert.Equal(answers.OrderByDescending(a => a.Weight).Select(a => a.PartId), answers.Select(a => a.PartId));
        Assert.All(answers, a => Assert.Equal(MatchModel.French.Explain(Crowd[160], Crowd[a.PartId]).Weight, a.Weight));
        Assert.Equal(200, Enumerable.Range(0, 200).Count(i => index.Query(Crowd[i], 5).Count <= 5));
    }

    [Fact]
    public async Task Queries_run_beside_folding()
    {
        using var index = new MatchIndex(MatchModel.French, 2);
        using var stop = new CancellationTokenSource();
        var seen = new TaskCompletionSource();
        var asked = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                if (index.Query(Crowd[i % 200], 3).Count > 0)
                {
                    seen.TrySetResult();
                }
            }
        });
        for (var round = 0; round < 20; round++)
        {
            using var overlay = index.Begin();
            for (var i = round * 10; i < (round * 10) + 10; i++)
            {
                overlay.Put(i, Crowd[i]);
            }

            overlay.Resolve(CancellationToken.None);
            overlay.Fold();
        }

        var first = await Task.WhenAny(seen.Task, asked, Task.Delay(TimeSpan.FromSeconds(30)));
        await stop.CancelAsync();
        await asked;
        Assert.Same(seen.Task, first);
        Assert.Equal(200, index.Count);
    }

    [Fact]
    public void Misuse_is_refused()
    {
        using var index = Filled(10);
        using var overlay = index.Begin();
        Assert.Throws<InvalidOperationException>(index.Begin);
        Assert.Throws<InvalidOperationException>(overlay.Fold);
        overlay.Put(77, Crowd[0]);
        Assert.Throws<InvalidOperationException>(() => overlay.Resolve(CancellationToken.None));
    }

    [Fact]
    public void An_index_once_used_is_not_loaded_again()
    {
        using var index = Filled(5);
        using (var overlay = index.Begin())
        {
            Enumerable.Range(0, 5).ToList().ForEach(overlay.Remove);
            overlay.Resolve(CancellationToken.None);
            overlay.Fold();
        }

        Assert.Equal(0, index.Count);
        Assert.Throws<InvalidOperationException>(() => index.Load([(0, Crowd[0])], [], []));
    }

    private static MatchIndex Filled(int count, Partition? partition = null)
    {
        var index = new MatchIndex(MatchModel.French);
        using var overlay = index.Begin();
        for (var i = 0; i < count; i++)
        {
            overlay.Put(i, Crowd[i]);
        }

        var resolution = overlay.Resolve(CancellationToken.None);
        partition?.Apply(resolution, []);
        overlay.Fold();
        return index;
    }

    private static List<string> Answers(MatchIndex index) =>
        [.. Crowd.Select(r => string.Join(' ', index.Query(r with { Key = r.Key with { Part = "probe" } }, 50)))];
}
