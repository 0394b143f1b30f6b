using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using IntegrationHub.Mdm.Matching.Clustering;
using IntegrationHub.Mdm.Matching.Comparing;

namespace IntegrationHub.Mdm.Matching.Indexing;

/// <summary>Scores what a page changed and partitions every component it touched.</summary>
internal sealed class PageSolver(MatchIndex index, Page page, CancellationToken cancellationToken)
{
    /// <summary>Below this many items threads cost more than they bring.</summary>
    private const int WorthThreads = 16;

    private readonly MatchModel _model = index.Model;

    public Resolution Solve()
    {
        ScoreEntries();
        ApplyDecisions();
        var components = Components();
        var solved = new ResolvedComponent[components.Count];
        var clusterer = new Clusterer(_model.Settings, _model.Scorer);
        Run(components.Count, i => solved[i] = clusterer.Solve(components[i], cancellationToken));
        var (added, removed) = new PageDifference(index, page).Find();
        return new Resolution(solved, added, removed);
    }

    private void ScoreEntries()
    {
        var found = new List<(int Other, Score Score)>[page.Entries.Length];
        var review = _model.Settings.Review;
        Run(found.Length, i =>
        {
            var list = new List<(int, Score)>();
            var scratch = index.Rent();
            var candidates = CollectionsMarshal.AsSpan(page.Candidates(i, scratch));
            for (var c = 0; c < candidates.Length; c++)
            {
                Scratch.Expect(index, candidates, c);
                var handle = candidates[c];
                if (_model.Scorer.Reaches(review, page.Entries[i].Row, page.Row(handle).Span, page.Vocabulary, out var score))
                {
                    list.Add((handle, score));
                }
            }

            index.Return(scratch);
            found[i] = list;
        });
        for (var i = 0; i < found.Length; i++)
        {
            foreach (var (other, score) in found[i])
            {
                page.Connect(~i, other, score.Weight, score.Pattern, score.Vetoed);
            }
        }
    }

    /// <summary>A pair a decision binds is stored whatever it scores; one that none binds any more stays where blocking would have found it.</summary>
    private void ApplyDecisions()
    {
        foreach (var decision in page.Decisions.Withdrawn)
        {
            if (page.Find(decision.A) is int a and >= 0 && page.Find(decision.B) is int b and >= 0 && !page.Decisions.Bind(decision.A, decision.B)
                && Find(page.EdgesOf(a), b) is { } edge && (edge.Weight < _model.Settings.Review || !page.Meet(a, b)))
            {
                page.Drop(a, b);
            }
        }

        foreach (var decision in page.Decisions.Added.Concat(page.Decisions.Any ? page.Entries.SelectMany(e => page.Decisions.Of(e.Key)) : []))
        {
            if (page.Find(decision.A) is int a && page.Find(decision.B) is int b && a != b && Find(page.EdgesOf(a), b) is null)
            {
                var score = _model.Scorer.Compare(page.Row(a).Span, page.Row(b).Span, page.Vocabulary);
                page.Connect(a, b, score.Weight, score.Pattern, score.Vetoed);
            }
        }
    }

    private static Edge? Find(ReadOnlySpan<Edge> edges, int other)
    {
        foreach (var edge in edges)
        {
            if (edge.Other == other)
            {
                return edge;
            }
        }

        return null;
    }

    private List<Component> Components()
    {
        var visited = new HashSet<int>();
        var components = new List<Component>();
        foreach (var seed in Seeds())
        {
            if (visited.Add(seed))
            {
                components.Add(Collect(seed, visited));
            }
        }

        components.Sort((x, y) => x.Members[0].Key.CompareTo(y.Members[0].Key));
        return components;
    }

    private IEnumerable<int> Seeds()
    {
        for (var i = 0; i < page.Entries.Length; i++)
        {
            yield return ~i;
        }

        foreach (var slot in page.Hidden)
        {
            foreach (var edge in index.Slots.Edges(slot))
            {
                if (!page.Hidden.Contains(edge.Other))
                {
                    yield return edge.Other;
                }
            }
        }

        foreach (var decision in page.Decisions.Added.Concat(page.Decisions.Withdrawn))
        {
            if (page.Find(decision.A) is int a)
            {
                yield return a;
            }

            if (page.Find(decision.B) is int b)
            {
                yield return b;
            }
        }
    }

    private Component Collect(int seed, HashSet<int> visited)
    {
        var handles = new List<int> { seed };
        for (var i = 0; i < handles.Count; i++)
        {
            foreach (var edge in page.EdgesOf(handles[i]))
            {
                if (visited.Add(edge.Other))
                {
                    handles.Add(edge.Other);
                }
            }
        }

        if (handles.Count > 1)
        {
            handles.Sort((x, y) => page.Key(x).CompareTo(page.Key(y)));
        }

        var positions = new Dictionary<int, int>(handles.Count);
        var members = new Member[handles.Count];
        for (var i = 0; i < members.Length; i++)
        {
            positions.Add(handles[i], i);
            members[i] = new Member(page.Key(handles[i]), page.Part(handles[i]), page.Row(handles[i]));
        }

        var links = new List<Link>(handles.Count);
        for (var i = 0; i < members.Length; i++)
        {
            foreach (var edge in page.EdgesOf(handles[i]))
            {
                if (positions[edge.Other] is var other && other > i)
                {
                    links.Add(new Link(i, other, edge.Weight, edge.Pattern, edge.Vetoed));
                }
            }
        }

        return new Component(members, [.. links], Decided(handles, positions), page.Vocabulary);
    }

    private (int, int, bool)[] Decided(List<int> handles, Dictionary<int, int> positions)
    {
        if (!page.Decisions.Any)
        {
            return [];
        }

        var decided = new HashSet<(int, int, bool)>();
        foreach (var handle in handles)
        {
            foreach (var decision in page.Decisions.Of(page.Key(handle)))
            {
                if (page.Find(decision.A) is int a && page.Find(decision.B) is int b && a != b)
                {
                    decided.Add((Math.Min(positions[a], positions[b]), Math.Max(positions[a], positions[b]), decision.Same));
                }
            }
        }

        return [.. decided.Order()];
    }

    private void Run(int count, Action<int> action)
    {
        if (count < WorthThreads || index.Threads == 1)
        {
            for (var i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                action(i);
            }

            return;
        }

        Parallel.ForEach(
            Partitioner.Create(0, count, Math.Max(1, count / (index.Threads * 8))),
            new ParallelOptions { MaxDegreeOfParallelism = index.Threads, CancellationToken = cancellationToken },
            range =>
            {
                for (var i = range.Item1; i < range.Item2; i++)
                {
                    action(i);
                }
            });
    }
}
