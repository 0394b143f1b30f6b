using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>Keeps the steward's queue in step with the matcher's doubts: one open task per pair, closed when the doubt is gone.</summary>
internal sealed class ReviewUpdate(Work work)
{
    /// <summary>Parts that an open task names after this work, as far as it touched them.</summary>
    public HashSet<int> Doubtful { get; } = [];

    public async Task StageAsync(Resolution resolution, CancellationToken cancellationToken)
    {
        var touched = resolution.Components.SelectMany(component => component.Clusters).SelectMany(parts => parts)
            .Concat(work.Gone.Select(gone => gone.Part.PartId)).Concat(work.Hidden).Where(work.Memory.Doubtful.Contains).Distinct().Order().ToList();
        var open = new Dictionary<(int, int?), ReviewRow>();
        foreach (var row in touched.Count == 0 ? [] : await work.Reads.FindOpenReviewsAsync(touched, cancellationToken))
        {
            open.TryAdd((row.PartA, row.PartB), row);
        }

        var doubts = await DoubtsAsync(resolution, cancellationToken);
        var seen = new HashSet<(int, int?)>();
        foreach (var doubt in doubts)
        {
            seen.Add((doubt.A, doubt.B));
            Doubtful.Add(doubt.A);
            Doubtful.Add(doubt.B ?? doubt.A);
            if (!open.TryGetValue((doubt.A, doubt.B), out var known))
            {
                work.Reviews.Add(Open(doubt));
            }
            else if (known.Weight != doubt.Weight || known.Pattern != doubt.Pattern || known.Reason != doubt.Reason)
            {
                work.Reviews.Add(known with { Weight = doubt.Weight, Pattern = doubt.Pattern, Reason = doubt.Reason });
            }
        }

        foreach (var row in open.Where(pair => !seen.Contains(pair.Key)).Select(pair => pair.Value).OrderBy(row => row.TaskId))
        {
            work.Reviews.Add(Close(row));
        }
    }

    private ReviewRow Open(Doubt doubt) => new()
    {
        TaskId = work.NextReviewId(),
        A = work.KnownPart(doubt.A)!.Key,
        PartA = doubt.A,
        B = doubt.B is { } b ? work.KnownPart(b)!.Key : null,
        PartB = doubt.B,
        Weight = doubt.Weight,
        Pattern = doubt.Pattern,
        Reason = doubt.Reason,
        State = ReviewState.Open,
        OpenedAt = work.At,
    };

    private ReviewRow Close(ReviewRow row)
    {
        var decision = work.Decisions.Find(decision => decision.WithdrawnAt is null
            && ((decision.A == row.A && decision.B == row.B) || (decision.B == row.A && decision.A == row.B)));
        return row with
        {
            State = decision is null ? ReviewState.Moot : ReviewState.Decided,
            ClosedAt = work.At,
            DecisionId = decision?.DecisionId,
        };
    }

    /// <summary>Doubts a steward has not answered: nothing for a lone record that a decision placed, nor for two clusters held apart by a decision.</summary>
    private async Task<List<Doubt>> DoubtsAsync(Resolution resolution, CancellationToken cancellationToken)
    {
        var doubts = new List<Doubt>();
        var doubtful = resolution.Components.Where(component => component.Doubts.Count > 0).ToList();
        // One read for all of them: a page may touch dozens of doubtful components.
        await work.LoadPartsAsync(
            doubtful.SelectMany(component => work.Memory.Decisions.IsEmpty
                ? component.Doubts.SelectMany(doubt => new[] { doubt.A, doubt.B ?? doubt.A })
                : component.Clusters.SelectMany(parts => parts)),
            cancellationToken);
        foreach (var component in doubtful)
        {
            var clusters = component.Clusters;
            foreach (var doubt in component.Doubts)
            {
                var a = clusters.First(parts => parts.Contains(doubt.A));
                if (doubt.B is null ? a.Length == 1 : !KeptApart(a, clusters.First(parts => parts.Contains(doubt.B.Value))))
                {
                    doubts.Add(doubt);
                }
            }
        }

        return doubts;
    }

    private bool KeptApart(int[] a, int[] b)
    {
        if (work.Memory.Decisions.IsEmpty || a == b)
        {
            return a == b;
        }

        var keys = b.Select(part => work.KnownPart(part)!.Key).ToHashSet();
        return a.Select(part => work.KnownPart(part)!.Key)
            .Any(key => work.Memory.Decisions.Naming(key).Any(row => !row.Same && keys.Contains(row.A == key ? row.B : row.A)));
    }
}
