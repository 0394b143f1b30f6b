using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Writing;

namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>Takes an existing customer base over. An old id becomes a source record of its own, bound to the person by decision, so that it
/// follows every merge and split, answers as an identifier, and can be undone like any human word.</summary>
internal sealed class TakingOver(Writer writer)
{
    private const int Chunk = 2000;

    /// <remarks>In transactions of 2 000; running it again after an interruption does only what is missing.</remarks>
    public async Task<TakenOver> TakeOverAsync(OldBase old, CancellationToken cancellationToken)
    {
        var order = new Order($"takeover:{old.Name}");
        var (ids, decisions) = (0, 0);
        var refused = new List<(PartKey, PartKey, IReadOnlyList<long>)>();
        foreach (var chunk in old.Ids.Chunk(Chunk))
        {
            var pairs = chunk.Select(entry => (A: new PartKey(old.Name, entry.Id), B: entry.Part)).ToList();
            var bound = Bound(pairs, refused);
            decisions += await RunAsync(old.Name, [.. bound.Where(pair => pair.A != pair.B).Select(pair => pair.A)], bound, same: true, order, refused, cancellationToken);
            ids += bound.Count;
        }

        foreach (var chunk in old.Same.Chunk(Chunk))
        {
            decisions += await RunAsync(old.Name, [], Bound(chunk, refused), same: true, order, refused, cancellationToken);
        }

        foreach (var chunk in old.Different.Chunk(Chunk))
        {
            decisions += await RunAsync(old.Name, [], Bound(chunk, refused), same: false, order, refused, cancellationToken);
        }

        return new TakenOver(ids, decisions, refused);
    }

    /// <summary>The pairs without those that name an enricher's answer: it stands where its part stands, and a decision about it would bind nobody.</summary>
    private static List<(PartKey A, PartKey B)> Bound(IEnumerable<(PartKey A, PartKey B)> pairs, List<(PartKey, PartKey, IReadOnlyList<long>)> refused)
    {
        var bound = new List<(PartKey A, PartKey B)>();
        foreach (var (a, b) in pairs)
        {
            if (AnswerKey.IsAnswer(a) || AnswerKey.IsAnswer(b))
            {
                refused.Add((a, b, []));
            }
            else
            {
                bound.Add((a, b));
            }
        }

        return bound;
    }

    private Task<int> RunAsync(
        string name,
        IReadOnlyList<PartKey> aliases,
        IReadOnlyList<(PartKey A, PartKey B)> pairs,
        bool same,
        Order order,
        List<(PartKey, PartKey, IReadOnlyList<long>)> refused,
        CancellationToken cancellationToken) => writer.RunAsync(
        async work =>
        {
            var absorber = new PageAbsorber(work, writer.Projection);
            await absorber.StageAsync(await AliasesAsync(work, name, aliases, cancellationToken), cancellationToken);
            var goldens = (await work.FindLiveAsync(pairs.SelectMany(pair => new[] { pair.A, pair.B }), cancellationToken)).ToDictionary(part => part.Key, part => part.Golden);
            foreach (var (a, b) in pairs.Where(pair => pair.A != pair.B))
            {
                var against = work.Memory.Decisions.Against(a, b, same);
                if (against.Count > 0)
                {
                    refused.Add((a, b, against));
                }
                else if (!work.Memory.Decisions.Says(a, b, same))
                {
                    var id = work.NextDecisionId();
                    work.Decide(new DecisionRow
                    {
                        DecisionId = id,
                        Action = id,
                        A = a,
                        B = b,
                        Same = same,
                        By = order.By,
                        At = work.At,
                        GoldenA = goldens.GetValueOrDefault(a),
                        GoldenB = goldens.GetValueOrDefault(b),
                    });
                }
            }

            await writer.SettleAsync(work, order.By, null, cancellationToken);
            return work.Decisions.Count;
        },
        cancellationToken);

    /// <summary>A page of records that carry nothing but an old id, for those no record of the base has.</summary>
    private static async Task<RegistryPage> AliasesAsync(Work work, string name, IReadOnlyList<PartKey> aliases, CancellationToken cancellationToken)
    {
        var known = aliases.Count == 0 ? [] : await work.Reads.FindRecordsAsync([.. aliases.Select(key => key.Record).Distinct()], cancellationToken);
        var keys = known.Select(record => record.Record.Key).ToHashSet();
        return new RegistryPage
        {
            Connection = name,
            Records = [.. aliases.Select(key => key.Record).Distinct().Where(key => !keys.Contains(key)).Order().Select(key => new Arrival(
                new MappedRecord { Key = key, Citizens = [new CitizenPart("", new Citizen { Identifiers = [new Identifier(name, key.Key)] })] },
                ReadOnlyMemory<byte>.Empty))],
        };
    }
}
