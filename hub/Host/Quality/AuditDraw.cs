using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Projection;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Quality;

/// <summary>Draws links at random among those the matcher made by itself: each as likely as any other, in one pass over the golden records.</summary>
/// <remarks>J. S. Vitter, "Random Sampling with a Reservoir", ACM TOMS 11 (1985), algorithm R.</remarks>
public sealed class AuditDraw(IRegistryReader registry, MatchModel model, MatchProjection projection, Random random)
{
    // Pairs of one person that only a third record holds together are no links: some of the sample falls away.
    private const int Spare = 4;
    private const int MostMembers = 50;
    private const int Page = 1000;

    /// <param name="count">How many; fewer come where there are not as many links.</param>
    /// <param name="known">Pairs not to draw again, lower part first.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<(PartRow A, PartRow B, int Weight)>> DrawAsync(int count, IReadOnlySet<(int, int)> known, CancellationToken cancellationToken)
    {
        var decided = await DecidedAsync(cancellationToken);

        // Those drawn before fall away once their numbers are read: room for all of them beside the others.
        var room = (count * Spare) + known.Count;
        var sample = new List<(GoldenId Golden, PartKey A, PartKey B)>();
        long seen = 0;
        await foreach (var row in registry.ReadAllGoldensAsync(cancellationToken))
        {
            foreach (var (a, b) in row.Golden.State == GoldenState.Active ? Pairs([.. row.Golden.Members.Where(part => !AnswerKey.IsAnswer(part))]) : [])
            {
                var place = decided.Contains((a, b)) || decided.Contains((b, a)) ? long.MaxValue : random.NextInt64(++seen);
                if (sample.Count < room && place != long.MaxValue)
                {
                    sample.Add((row.Golden.Id, a, b));
                }
                else if (place < sample.Count)
                {
                    sample[(int)place] = (row.Golden.Id, a, b);
                }
            }
        }

        var drawn = sample.ToArray();
        random.Shuffle(drawn);
        return await LinkedAsync(drawn, count, known, cancellationToken);
    }

    private async Task<IReadOnlyList<(PartRow A, PartRow B, int Weight)>> LinkedAsync(
        (GoldenId Golden, PartKey A, PartKey B)[] sample, int count, IReadOnlySet<(int, int)> known, CancellationToken cancellationToken)
    {
        var links = new List<(PartRow, PartRow, int)>();
        foreach (var (golden, first, second) in sample)
        {
            var parts = (await registry.ReadSourcesAsync(golden, cancellationToken)).SelectMany(source => source.Parts).ToLookup(part => part.Key);
            if (parts[first].FirstOrDefault() is not { } a || parts[second].FirstOrDefault() is not { } b || known.Contains((Math.Min(a.PartId, b.PartId), Math.Max(a.PartId, b.PartId))))
            {
                continue;
            }

            var evidence = model.Explain(projection.Project(a.Key, a.Citizen), projection.Project(b.Key, b.Citizen));
            if (evidence.Weight >= model.LinkThreshold && evidence.Vetoes.Count == 0)
            {
                links.Add((a, b, evidence.Weight));
            }

            if (links.Count == count)
            {
                break;
            }
        }

        return links;
    }

    /// <summary>Pairs that a person joined: they say nothing of the matcher.</summary>
    private async Task<HashSet<(PartKey, PartKey)>> DecidedAsync(CancellationToken cancellationToken)
    {
        var pairs = new HashSet<(PartKey, PartKey)>();
        for (var skip = 0; ; skip += Page)
        {
            var rows = await registry.ListDecisionsAsync(skip, Page, cancellationToken);
            pairs.UnionWith(rows.Where(row => row is { Same: true, WithdrawnAt: null }).Select(row => (row.A, row.B)));
            if (rows.Count < Page)
            {
                return pairs;
            }
        }
    }

    private static IEnumerable<(PartKey A, PartKey B)> Pairs(IReadOnlyList<PartKey> members)
    {
        var most = Math.Min(members.Count, MostMembers);
        for (var i = 0; i < most; i++)
        {
            for (var j = i + 1; j < most; j++)
            {
                yield return (members[i], members[j]);
            }
        }
    }
}
